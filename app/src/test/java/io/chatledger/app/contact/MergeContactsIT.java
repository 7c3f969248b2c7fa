package io.chatledger.app.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Customer;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody in the shop says that two contacts are one person, and that they are not. */
class MergeContactsIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final Customer one = Customer.of(number);
    private final Customer other = Customer.of(number);
    private String stayed;
    private String left;
    private String into;
    private String merged;

    @BeforeEach
    void twoContacts() {
        stayed = business.conversationWith(number, one.phone());
        left = business.conversationWith(number, other.phone());
        into = contact(stayed);
        merged = contact(left);
    }

    @Test
    void theMergedContactLeadsToTheOneThatStaysAndBack() {
        Answer answer = merge(merged, into).expecting(200);
        assertThat(answer.string("mergeId")).isEqualTo(merged);
        JsonNode found = business.upToDate().get(path(merged)).expecting(200).json();
        assertThat(found.get("id").asString()).isEqualTo(into);
        assertThat(values(found.get("mergedIds"))).containsExactly(merged);
        assertThat(found.get("identities")).hasSize(2);
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(1);

        unmerge(into, merged).expecting(200);
        JsonNode back = business.upToDate().get(path(merged)).expecting(200).json();
        assertThat(back.get("id").asString()).isEqualTo(merged);
        assertThat(back.get("identities").get(0).get("value").asString()).isEqualTo(other.phone());
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(2);
        other.writes(other.byPhone(Unique.wamid()));
        assertThat(business.upToDate().all("/api/v1/conversations?status=open")).hasSize(2);
    }

    @Test
    void noMessageMergesWhomSomebodyHasParted() {
        Customer third = Customer.of(number);
        String known = contact(business.conversationWith(number, third.phone()));
        third.writes(third.byUserId(Unique.wamid()));
        business.settle();
        third.writes(third.byBoth(Unique.wamid()));
        JsonNode person = business.upToDate().get(path(known)).json();
        unmerge(known, values(person.get("mergedIds")).getFirst()).expecting(200);
        third.writes(third.byBoth(Unique.wamid()));
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(4);
    }

    @Test
    void whatTheOtherConversationHadIsTakenOver() {
        business.owner()
                .post("/api/v1/conversations/" + left + "/takeover", Map.of())
                .expecting(200);
        merge(merged, into).expecting(200);
        JsonNode stays =
                business.upToDate().get("/api/v1/conversations/" + stayed).json();
        assertThat(stays.get("owner").asString()).isEqualTo("human");
        assertThat(stays.get("assigneeId").isNull()).isFalse();
        assertThat(stays.get("unreadCount").intValue()).isEqualTo(2);
    }

    @Test
    void whatIsAskedTwiceUnderOneKeyIsDoneOnce() {
        Client once = business.owner().with("Idempotency-Key", Unique.word());
        Map<String, String> body = Map.of("intoId", into);
        String first = once.post(path(merged) + "/merge", body).expecting(200).text();
        assertThat(once.post(path(merged) + "/merge", body).expecting(200).text())
                .isEqualTo(first);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        String unknown = UUID.randomUUID().toString();
        merge(merged, merged).refusedWith(400, "invalid-request");
        merge(merged, "me").refusedWith(400, "invalid-request");
        business.owner().post(path(merged) + "/merge", Map.of()).refusedWith(400, "invalid-request");
        merge(merged, unknown).refusedWith(404, "not-found");
        merge(unknown, into).refusedWith(404, "not-found");
        unmerge(into, merged).refusedWith(409, "not-merged");
        unmerge(into, unknown).refusedWith(404, "not-found");
        merge(merged, into).expecting(200);
        assertThat(merge(merged, into).refusedWith(409, "already-merged").string("intoId"))
                .isEqualTo(into);
        merge(into, merged).refusedWith(409, "already-merged");
        unmerge(into, merged).expecting(200);
        unmerge(into, merged).refusedWith(409, "not-merged");
    }

    @Test
    void nobodyMergesWhatIsAnotherTenants() {
        Client stranger = Business.register().owner();
        stranger.post(path(merged) + "/merge", Map.of("intoId", into)).refusedWith(404, "not-found");
        stranger.post(path(into) + "/unmerge", Map.of("mergeId", merged)).refusedWith(404, "not-found");
    }

    @Test
    void whoeverIsErasedIsErasedAsAllContactsThatTheyWere() {
        merge(merged, into).expecting(200);
        business.owner()
                .post(path(merged) + "/erase", Map.of("reason", "asked for it"))
                .expecting(200);
        JsonNode gone = business.upToDate().get(path(into)).expecting(200).json();
        assertThat(gone.get("erasedAt").isNull()).isFalse();
        assertThat(gone.get("identities")).isEmpty();
        assertThat(business.conversations())
                .allSatisfy(conversation -> assertThat(
                                business.messages(conversation.get("id").asString()))
                        .allSatisfy(message ->
                                assertThat(message.get("text").isNull()).isTrue()));
        assertThat(RunningApplication.number(
                        "select count(*) from person_key where tenant_id = ? and destroyed_at is null", business.id()))
                .isZero();
        unmerge(into, merged).refusedWith(409, "person-erased");
        business.owner().get(path(into) + "/export").refusedWith(410, "person-erased");
    }

    @Test
    void anExportHoldsAllContactsThatThePersonWas() {
        merge(merged, into).expecting(200);
        JsonNode export =
                business.upToDate().get(path(merged) + "/export").expecting(200).json();
        assertThat(export.get("contact").get("id").asString()).isEqualTo(into);
        assertThat(export.get("merged").get(0).get("id").asString()).isEqualTo(merged);
        assertThat(StreamSupport.stream(export.get("conversations").spliterator(), false)
                        .mapToInt(talk -> talk.get("messages").size())
                        .sum())
                .isEqualTo(2);
    }

    private Answer merge(String contact, String other) {
        return business.owner().post(path(contact) + "/merge", Map.of("intoId", other));
    }

    private Answer unmerge(String contact, String other) {
        return business.owner().post(path(contact) + "/unmerge", Map.of("mergeId", other));
    }

    private String contact(String conversation) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation)
                .json()
                .get("contact")
                .get("id")
                .asString();
    }

    private static List<String> values(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String path(String contact) {
        return "/api/v1/contacts/" + contact;
    }
}
