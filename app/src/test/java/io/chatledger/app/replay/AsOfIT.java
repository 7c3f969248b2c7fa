package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfIT {

    private final Business business = Business.register();
    private final Business other = Business.register();
    private final Number number = business.connect();
    private final String customer = Unique.digits();
    private final String conversation = business.conversationWith(number, customer);
    private final Map<String, String> answers = new LinkedHashMap<>();
    private Instant then = Instant.EPOCH;

    @BeforeEach
    void muchHappensAndGoesOn() {
        String message = business.sent(conversation, "¿Qué tal mañana?");
        business.awaitStatus(conversation, message, "delivered");
        note("antes");
        settle();
        for (String query : queries()) {
            answers.put(query, business.owner().get(query).expecting(200).text());
        }
        then = Instant.now().truncatedTo(ChronoUnit.MICROS);
        note("después");
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Mañana no, gracias"))));
        business.conversationWith(number, Unique.digits());
        String later = business.sent(conversation, "Entonces el jueves");
        business.awaitStatus(conversation, later, "delivered");
        business.owner()
                .post("/api/v1/channels/" + number.channelId() + "/disconnect")
                .expecting(200);
        settle();
    }

    @Test
    void everyQueryAnswersByteForByteWhatItAnsweredThen() {
        for (String query : queries()) {
            assertThat(business.owner().get(query).text()).as(query).isNotEqualTo(answers.get(query));
            assertThat(business.owner().get(at(query, then)).expecting(200).text())
                    .as(query)
                    .isEqualTo(answers.get(query));
        }
    }

    @Test
    void aReplayAnswersTheSame() {
        Client past = business.owner().with("Replay", ready(Map.of("asOf", then.toString())));
        for (String query : queries()) {
            assertThat(past.get(query).expecting(200).text()).as(query).isEqualTo(answers.get(query));
        }
    }

    @Test
    void aReplayTellsHowItWasMadeAndThatNothingWasSent() {
        String id = ready(Map.of("asOf", then.toString()));
        Answer replay = business.owner().get("/api/v1/audit/replays/" + id);
        assertThat(replay.json().get("processed").longValue())
                .isEqualTo(replay.json().get("total").longValue())
                .isPositive();
        assertThat(replay.json().get("sentThings").intValue()).isZero();
        assertThat(replay.string("asOf")).isEqualTo(then.toString());
        assertThat(Instant.parse(replay.string("expiresAt"))).isAfter(Instant.now());
        assertThat(business.owner().get("/api/v1/audit/replays").items())
                .extracting(one -> one.get("id").asString())
                .contains(id);
    }

    @Test
    void aReplayUpToTheNewestPositionIsThePresent() {
        long head = RunningApplication.number("select position from event_head");
        Client past = business.owner().with("Replay", ready(Map.of("upToPosition", head)));
        for (String query : queries()) {
            assertThat(past.get(query).text())
                    .isEqualTo(business.owner().get(query).text());
        }
    }

    @Test
    void beforeEverythingThereIsNothing() {
        Client owner = business.owner();
        for (String instant : List.of("2001-01-01T00:00:00Z", "-1000000-01-01T00:00:00Z")) {
            assertThat(owner.get("/api/v1/conversations?asOf=" + instant).items())
                    .isEmpty();
            owner.get("/api/v1/conversations/" + conversation + "?asOf=" + instant)
                    .refusedWith(404, "not-found");
        }
    }

    @Test
    void anotherTenantSeesItsOwnPastOnly() {
        assertThat(other.owner().get(at("/api/v1/conversations", then)).items()).isEmpty();
        String replay = ready(Map.of("asOf", then.toString()));
        other.owner().with("Replay", replay).get("/api/v1/conversations").refusedWith(404, "not-found");
        other.owner().get("/api/v1/audit/replays/" + replay).refusedWith(404, "not-found");
        delete(other.owner(), replay).refusedWith(404, "not-found");
        assertThat(other.owner().get("/api/v1/audit/replays").items())
                .extracting(one -> one.get("id").asString())
                .doesNotContain(replay);
    }

    @Test
    void aReplayThatWasLetGoIsGone() {
        String replay = ready(Map.of("asOf", then.toString()));
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
        "asOf=, required",
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
                .with("Replay", ready(Map.of("asOf", then.toString())))
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
    @ValueSource(strings = {"/api/v1/audit/replays", "/api/v1/audit/side-effects", "/api/v1/admin/projections"})
    void whatDoesNotAnswerFromTheReadModelsHasNoPast(String query) {
        business.owner().get(at(query, then)).refusedWith(400, "invalid-request");
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
            ready(Map.of("asOf", then.minusSeconds(i).toString()));
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

    @Test
    void queriesOfManyTimesMakeRoomForEachOther() {
        for (String query : queries()) {
            for (int i = 0; i < 3; i++) {
                business.owner()
                        .get(at("/api/v1/channels", then.minus(Duration.ofMillis(i * 137L))))
                        .expecting(200);
            }
            assertThat(business.owner().get(at(query, then)).text()).isEqualTo(answers.get(query));
        }
    }

    private List<String> queries() {
        return List.of(
                "/api/v1/conversations",
                "/api/v1/conversations?q=" + customer,
                "/api/v1/conversations/" + conversation,
                "/api/v1/conversations/" + conversation + "/messages",
                "/api/v1/messages/search?q=manana",
                "/api/v1/contacts",
                "/api/v1/channels",
                "/api/v1/webhook-journal",
                "/api/v1/metrics/messages-in",
                "/api/v1/metrics/first-response-time?version=1,2&dimension=who",
                "/api/v1/metrics/messages-out/events");
    }

    /** Until all that was done can be seen. */
    private void settle() {
        business.upToDate().get("/api/v1/channels").expecting(200);
    }

    private void note(String text) {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", text))
                .expecting(200);
    }

    private String ready(Map<String, Object> body) {
        String id = business.owner()
                .post("/api/v1/audit/replays", body)
                .expecting(202)
                .string("id");
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> business.owner().get("/api/v1/audit/replays/" + id).string("status"), "ready"::equals);
        return id;
    }

    private static Answer delete(Client client, String replay) {
        return client.send("DELETE", "/api/v1/audit/replays/" + replay, BodyPublishers.noBody());
    }

    static String at(String query, Instant instant) {
        return query + (query.contains("?") ? "&" : "?") + "asOf=" + instant;
    }

    private static long eventsOf(Business business) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name <> 'audit.PersonalDataRead'", business.id());
    }
}
