package io.chatledger.app.replay;

import static io.chatledger.app.replay.AsOfIT.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may ask of the past, or do in it. */
class PastRefusalsIT {

    private final Business business = Business.register();
    private final Business other = Business.register();
    private final Number number = business.connect();
    private final String conversation = business.conversationWith(number, Unique.digits());
    private final Instant then = Instant.now();

    @Test
    void anotherTenantSeesItsOwnPastOnly() {
        assertThat(other.owner().get(at("/api/v1/conversations", then)).items()).isEmpty();
        String replay = business.replayAsOf(then);
        other.owner().with("Replay", replay).get("/api/v1/conversations").refusedWith(404, "not-found");
        other.owner().get("/api/v1/audit/replays/" + replay).refusedWith(404, "not-found");
        delete(other.owner(), replay).refusedWith(404, "not-found");
        assertThat(other.owner().get("/api/v1/audit/replays").items())
                .extracting(one -> one.get("id").asString())
                .doesNotContain(replay);
    }

    @Test
    void aReplayThatWasLetGoIsGone() {
        String replay = business.replayAsOf(then);
        delete(business.owner(), replay).expecting(204);
        business.owner().with("Replay", replay).get("/api/v1/conversations").refusedWith(404, "not-found");
        delete(business.owner(), replay).refusedWith(404, "not-found");
        assertThat(RunningApplication.number(
                        "select count(*) from pg_namespace where nspname = ?", "as_of_" + replay.replace("-", "")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=yesterday, malformed",
        "asOf=, not-blank",
        "asOf=2999-01-01T00:00:00Z, in-the-future",
        "asOf=2026-01-01, malformed"
    })
    void anInstantThatMakesNoSenseIsRefused(String query, String code) {
        Answer answer = business.owner().get("/api/v1/conversations?" + query).refusedWith(400, "invalid-request");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("asOf");
        assertThat(answer.json().get("errors").get(0).get("code").asString()).isEqualTo(code);
    }

    @Test
    void anInstantAndAReplayAtOnceAreRefused() {
        business.owner()
                .with("Replay", business.replayAsOf(then))
                .get(at("/api/v1/conversations", then))
                .refusedWith(400, "invalid-request");
    }

    @Test
    void nothingCanBeChangedInThePast() {
        long before = eventsOf(business);
        String notes = "/api/v1/conversations/" + conversation + "/notes";
        business.owner().post(at(notes, then), Map.of("text", "no")).refusedWith(400, "invalid-request");
        business.owner().with("Replay", "any").post(notes, Map.of("text", "no")).refusedWith(400, "invalid-request");
        assertThat(eventsOf(business)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/audit/replays", "/api/v1/audit/side-effects"})
    void whatDoesNotAnswerFromTheReadModelsHasNoPast(String query) {
        business.owner().get(at(query, then)).refusedWith(400, "invalid-request");
    }

    @Test
    void operatorsAskOfThePresent() {
        RunningApplication.admin().get(at("/api/v1/admin/projections", then)).refusedWith(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"asOf\":\"x\"}", "{\"upToPosition\":-1}", "{\"upToPosition\":99999999999}", "[]"})
    void aReplayOfNothingIsRefused(String body) {
        business.owner()
                .post("/api/v1/audit/replays", body.getBytes(StandardCharsets.UTF_8))
                .refusedWith(400, "invalid-request");
    }

    @Test
    void aTenantKeepsOnlySoManyReplays() {
        for (int i = 0; i < 8; i++) {
            business.replayAsOf(then.minusSeconds(i));
        }
        Answer answer = business.owner()
                .post(
                        "/api/v1/audit/replays",
                        Map.of("asOf", then.minusSeconds(60).toString()))
                .refusedWith(429, "too-many-replays");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(other.owner().get(at("/api/v1/conversations", then)).status())
                .isEqualTo(200);
    }

    private static Answer delete(Client client, String replay) {
        return client.send("DELETE", "/api/v1/audit/replays/" + replay, BodyPublishers.noBody());
    }

    private static long eventsOf(Business business) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name <> 'audit.PersonalDataRead'", business.id());
    }
}
