package io.chatledger.app.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Customer;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A history in which contacts were made one, told apart, seemed to be one again, and were made one again. */
class MergedHistoryIT {

    private static final List<String> PROJECTIONS = List.of("contact", "conversation", "message", "metric");

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final Customer one = Customer.of(number);
    private final Customer other = Customer.of(number);
    private final String stayed = business.conversationWith(number, one.phone());
    private final String left = business.conversationWith(number, other.phone());
    private final String into = contact(stayed);
    private final String merged = contact(left);
    private final Map<Instant, Map<String, String>> moments = new LinkedHashMap<>();

    @BeforeEach
    void madeOneAndToldApartAndMadeOne() {
        business.owner()
                .post("/api/v1/conversations/" + left + "/takeover", Map.of())
                .expecting(200);
        look();
        merge();
        look();
        other.writes(other.byBoth(Unique.wamid()));
        business.sent(stayed, "¿Quién eres?");
        look();
        unmerge();
        look();
        other.writes(Customer.message(Unique.wamid(), Map.of("from", one.phone(), "from_user_id", other.userId())));
        one.writes(one.byPhone(Unique.wamid()));
        look();
        merge();
        look();
    }

    @Test
    void madeAnewItsRowsAreTheSameByteForByte() {
        List<String> live = rows();
        RunningApplication.admin()
                .post(Rebuilding.PROJECTIONS + "/rebuild", Map.of("names", PROJECTIONS))
                .expecting(202);
        PROJECTIONS.forEach(name -> Rebuilding.awaitDone(RunningApplication.admin(), name));
        assertThat(rows()).isEqualTo(live).hasSizeGreaterThan(10);
    }

    @Test
    void eachOfItsMomentsIsAnsweredByteForByteAsItWasThen() {
        assertThat(moments.values()).doesNotHaveDuplicates();
        moments.forEach((then, answers) ->
                answers.forEach((query, answer) -> assertThat(ask(business.owner(), query + "?asOf=" + then))
                        .as(query)
                        .isEqualTo(answer)));
    }

    private void merge() {
        business.owner()
                .post("/api/v1/contacts/" + merged + "/merge", Map.of("intoId", into))
                .expecting(200);
    }

    private void unmerge() {
        business.owner()
                .post("/api/v1/contacts/" + into + "/unmerge", Map.of("mergeId", merged))
                .expecting(200);
    }

    /** What is seen at this moment, once all that was done can be seen. */
    private void look() {
        awaitSent();
        Client now = business.upToDate();
        Map<String, String> answers = new LinkedHashMap<>();
        queries().forEach(query -> answers.put(query, ask(now, query)));
        moments.put(Instant.now().truncatedTo(ChronoUnit.MICROS), answers);
    }

    private void awaitSent() {
        business.messages(stayed).stream()
                .filter(message -> message.get("direction").asString().equals("outbound"))
                .forEach(message ->
                        business.awaitStatus(stayed, message.get("id").asString(), "delivered"));
    }

    private Stream<String> queries() {
        return Stream.of(
                "/api/v1/contacts",
                "/api/v1/contacts/" + into,
                "/api/v1/contacts/" + merged,
                "/api/v1/conversations",
                "/api/v1/conversations/" + stayed,
                "/api/v1/conversations/" + left,
                "/api/v1/conversations/" + stayed + "/messages",
                "/api/v1/conversations/" + left + "/messages",
                "/api/v1/metrics/messages-in");
    }

    private static String ask(Client client, String query) {
        return client.get(query).expecting(200).text();
    }

    private String contact(String conversation) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation)
                .json()
                .get("contact")
                .get("id")
                .asString();
    }

    private List<String> rows() {
        business.settle();
        return PROJECTIONS.stream()
                .flatMap(name -> RunningApplication.ask(
                        "select t::text from " + name + "_view t where tenant_id = '" + business.id() + "' order by id")
                        .stream())
                .toList();
    }
}
