package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        Client past = business.owner().with("Replay", business.replayAsOf(then));
        for (String query : queries()) {
            assertThat(past.get(query).expecting(200).text()).as(query).isEqualTo(answers.get(query));
        }
    }

    @Test
    void aReplayTellsHowItWasMadeAndThatNothingWasSent() {
        String id = business.replayAsOf(then);
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
        Client past = business.owner().with("Replay", business.replay(Map.of("upToPosition", head)));
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

    static String at(String query, Instant instant) {
        return query + (query.contains("?") ? "&" : "?") + "asOf=" + instant;
    }
}
