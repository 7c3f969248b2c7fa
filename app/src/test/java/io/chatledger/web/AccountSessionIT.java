package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.kernel.permission.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where somebody is signed in, and how they end it. */
class AccountSessionIT {

    private static final String CHANNELS = "/api/v1/channels";
    private static final String SESSIONS = "/api/v1/account/sessions";
    private static final String EVENTS = "/api/v1/audit/events?type=";

    private final Client stranger = RunningApplication.stranger();
    private final Business business = Business.register();
    private final Member agent = Member.of(business, Role.agent);

    @Test
    void aMemberSeesWhereTheyAreSignedIn() {
        Client here = signedIn("Panel on a tablet");
        signedIn("Somebody's script");

        List<JsonNode> open = here.get(SESSIONS).expecting(200).items();

        assertThat(open)
                .filteredOn(one -> one.get("current").asBoolean())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("userAgent").asString()).isEqualTo("Panel on a tablet");
                    assertThat(one.get("ipAddress").asString()).isEqualTo("127.0.0.1");
                    assertThat(one.get("tenant").asString()).isEqualTo(business.id());
                });
        assertThat(open).anyMatch(one -> one.get("userAgent").asString().equals("Somebody's script"));
    }

    @Test
    void whatIsEndedFromElsewhereOpensNothing() {
        Client here = signedIn("Panel on a tablet");
        Answer login = login("Somebody's script");
        Client there = stranger.withToken(login.string("accessToken"));
        String unknown = current(there);

        here.delete(SESSIONS + "/" + unknown).expecting(204);

        there.get(CHANNELS).refusedWith(401, "unauthenticated");
        stranger.post("/api/v1/auth/refresh", Map.of("refreshToken", login.string("refreshToken")))
                .refusedWith(401, "refresh-token-invalid");
        here.get(SESSIONS + "/" + unknown).refusedWith(404, "not-found");
        here.get(CHANNELS).expecting(200);
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() {
        Client here = signedIn("Panel on a tablet");
        agent.client().delete(SESSIONS + "/" + current(here)).refusedWith(404, "not-found");
        agent.client().get(SESSIONS + "/" + current(here)).refusedWith(404, "not-found");
        here.get(CHANNELS).expecting(200);
    }

    @Test
    void signingOutEverywhereLeavesNothingOpen() {
        Client one = signedIn("Panel on a tablet");
        Client other = signedIn("Panel on a phone");
        one.delete(SESSIONS).expecting(204);
        one.get(CHANNELS).refusedWith(401, "unauthenticated");
        other.get(CHANNELS).refusedWith(401, "unauthenticated");
        agent.client().get(CHANNELS).expecting(200);
    }

    @Test
    void signingInAndOutIsPartOfTheHistory() {
        signedIn("Panel on a phone").post("/api/v1/auth/logout").expecting(204);
        Client auditor = business.upToDate();
        assertThat(auditor.get(EVENTS + "account.SessionOpened").expecting(200).text())
                .contains("Panel on a phone");
        assertThat(auditor.get(EVENTS + "account.SessionEnded").expecting(200).text())
                .contains("signed_out");
    }

    private static String current(Client client) {
        return client.get(SESSIONS).expecting(200).items().stream()
                .filter(one -> one.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private Client signedIn(String agent) {
        return stranger.withToken(login(agent).string("accessToken"));
    }

    private Answer login(String agent) {
        return stranger.with("User-Agent", agent)
                .post("/api/v1/auth/login", Map.of("email", business.email(), "password", Business.PASSWORD))
                .expecting(200);
    }
}
