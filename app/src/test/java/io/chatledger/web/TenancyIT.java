package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One business works; another looks. */
class TenancyIT {

    private final Business working = Business.register();
    private final Business looking = Business.register();
    private final Number number = working.connect();
    private final String conversation = working.conversationWith(number, Unique.digits());
    private Client other = looking.owner();

    @BeforeEach
    void everythingIsVisible() {
        other = looking.upToDate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/conversations",
                "/api/v1/conversations?q=569",
                "/api/v1/contacts",
                "/api/v1/contacts?q=569",
                "/api/v1/channels",
                "/api/v1/messages/search?q=hola",
                "/api/v1/webhook-journal"
            })
    void everyListShowsTheOwnAndIsEmptyForOthers(String list) {
        assertThat(working.upToDate().get(list).items()).isNotEmpty();
        assertThat(other.get(list).items()).isEmpty();
    }

    @Test
    void anIdOfAnotherTenantIsNotFound() {
        String contact = working.onlyConversation().get("contact").get("id").asString();
        other.get("/api/v1/conversations/" + conversation).refusedWith(404, "not-found");
        other.get("/api/v1/conversations/" + conversation + "/messages").refusedWith(404, "not-found");
        other.get("/api/v1/contacts/" + contact).refusedWith(404, "not-found");
        working.upToDate().get("/api/v1/contacts/" + contact).expecting(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"takeover", "release", "assign", "close", "reopen", "archive", "topic", "notes", "read"})
    void noActionReachesAnotherTenantsConversation(String action) {
        Map<String, String> body =
                Map.of("accountId", "00000000-0000-4000-8000-000000000000", "topic", "sale", "text", "una nota");
        long before = eventsOf(working);
        other.post("/api/v1/conversations/" + conversation + "/" + action, body).refusedWith(404, "not-found");
        assertThat(eventsOf(working)).isEqualTo(before);
    }

    @Test
    void nobodyAnswersAnotherTenantsCustomer() {
        other.post("/api/v1/conversations/" + conversation + "/messages", Map.of("type", "text", "text", "Hola"))
                .refusedWith(404, "not-found");
        assertThat(RunningApplication.graph().calls(number)).isEmpty();
    }

    @Test
    void nobodyDisconnectsAnotherTenantsChannel() {
        other.post("/api/v1/channels/" + number.channelId() + "/disconnect").refusedWith(404, "not-found");
        assertThat(working.upToDate().get("/api/v1/channels").items())
                .extracting(channel -> channel.get("status").asString())
                .containsExactly("connected");
    }

    @Test
    void nobodyConnectsANumberThatAnotherTenantHas() {
        other.post("/api/v1/channels", Business.channel(number)).refusedWith(409, "phone-number-taken");
    }

    @Test
    void nobodyReprocessesAnotherTenantsDeliveries() {
        String delivery = working.journal().getFirst().get("id").asString();
        other.post("/api/v1/webhook-journal/" + delivery + "/reprocess").refusedWith(404, "not-found");
    }

    @Test
    void anotherTenantsPageIsNoPage() {
        assertThat(other.get("/panel/conversations/" + conversation).status()).isEqualTo(404);
        assertThat(other.get("/panel/fragments/thread/" + conversation).status())
                .isEqualTo(404);
    }

    @Test
    void anOwnerIsNoSuperAdmin() {
        other.get("/api/v1/admin/projections").refusedWith(403, "forbidden");
        other.post("/api/v1/admin/projections/message/rebuild").refusedWith(403, "forbidden");
    }

    @Test
    void everythingATenantCausedIsStoredUnderItsName() {
        assertThat(RunningApplication.number(
                        "select count(*) from event where tenant_id <> ? and aggregate_id like ?",
                        working.id(),
                        working.id() + "/%"))
                .isZero();
        assertThat(eventsOf(working)).isGreaterThan(3);
    }

    private static long eventsOf(Business business) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name <> 'audit.PersonalDataRead'", business.id());
    }
}
