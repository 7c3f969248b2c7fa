package io.chatledger.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.Unique;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Events that nobody can read, put straight into the store, and what operators do about them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterAdminIT {
    private static final String ROWS = "select t::text from channel_view t order by tenant_id, id";

    private Poisoned poisoned;
    private OwnApplication application;
    private Business business;

    @BeforeAll
    void start() {
        poisoned = Poisoned.start();
        application = poisoned.application();
        business = poisoned.business();
    }

    @AfterAll
    void stop() {
        poisoned.close();
    }

    @AfterEach
    void noneIsLeft() {
        application.execute("delete from dead_letter");
    }

    @Test
    void othersAreShownAndTheParkedOneOnceItIsMended() {
        String parked = poisoned.channel();
        long position =
                poisoned.poison(poisoned.stream("channel", parked), "channel.ChannelDisconnected", "{\"channelId\":");
        String other = poisoned.channel();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> application.ask("select id from channel_view").contains(other));

        JsonNode letter = poisoned.only("projection.live");
        assertThat(letter.get("projection").asString()).isEqualTo("channel");
        assertThat(letter.get("position").longValue()).isEqualTo(position);
        assertThat(letter.get("tenant").asString()).isEqualTo(business.id());
        assertThat(letter.get("cause").get("type").asString()).startsWith("tools.jackson");
        assertThat(health()).contains("channel stream " + poisoned.stream("channel", parked));
        assertThat(poisoned.retry(letter).string("result")).isEqualTo("failing");
        assertThat(poisoned.only("projection.live").get("attempts").intValue()).isEqualTo(2);

        business.owner().get("/api/v1/audit/events/" + position + "/changes").refusedWith(409, "replay-failed");
        Answer shown = await().atMost(Duration.ofSeconds(30))
                .until(() -> business.owner().get("/panel/fragments/audit/" + position), page -> page.status() == 200);
        assertThat(shown.text()).contains("cannot be read");

        poisoned.mend(position, Poisoned.disconnected(poisoned.stream("channel", parked)));
        assertThat(poisoned.retry(letter).string("result")).isEqualTo("done");
        assertThat(poisoned.status(parked)).isEqualTo("disconnected");
        assertThat(poisoned.letters("projection.live")).isEmpty();
        List<String> live = application.ask(ROWS);
        Rebuilding.one(application.admin(), "channel");
        assertThat(application.ask(ROWS)).isEqualTo(live);
    }

    @Test
    void whatIsDiscardedIsOnRecordAndTheRestCanGoOn() {
        String parked = poisoned.channel();
        String stream = poisoned.stream("channel", parked);
        long position = poisoned.poison(stream, "channel.ChannelDisconnected", "{\"channelId\":\"nobody\"}");
        poisoned.poison(stream, "channel.ChannelDisconnected", Poisoned.disconnected(stream));
        poisoned.awaitLetters(2);
        JsonNode letter = poisoned.only("projection.live");
        assertThat(letter.get("lettersInSequence").intValue()).isEqualTo(2);
        String path = Poisoned.LETTERS + "/" + letter.get("id").asString() + "/discard";
        application.admin().post(path, Map.of("reason", " ")).refusedWith(400, "invalid-request");
        application.admin().post(path, Map.of("reason", "x".repeat(501))).refusedWith(400, "invalid-request");
        application.admin().post(path, Map.of("reason", "written by a test")).expecting(200);

        assertThat(poisoned.retry(poisoned.only("projection.live")).string("result"))
                .isEqualTo("done");
        assertThat(poisoned.status(parked)).isEqualTo("disconnected");
        assertThat(application.ask("select (payload->>'reason') || (metadata->>'actorType') from event where name ="
                        + " 'deadletter.DeadLetterDiscarded' and tenant_id = '" + business.id() + "'"))
                .containsExactly("written by a testaccount");
        assertThat(application.ask("select position from dead_letter_discard")).containsExactly("" + position);
        poisoned.mend(position, Poisoned.disconnected(stream));
    }

    @Test
    void whatIsParkedStaysSoOverARestart() {
        String parked = poisoned.channel();
        String stream = poisoned.stream("channel", parked);
        long position = poisoned.poison(stream, "channel.ChannelDisconnected", "[]");
        poisoned.awaitLetters(1);
        application.restart();
        poisoned.poison(stream, "channel.ChannelDisconnected", Poisoned.disconnected(stream));
        poisoned.awaitLetters(2);
        assertThat(poisoned.status(parked)).isEqualTo("connected");
        poisoned.mend(position, Poisoned.disconnected(stream));
        assertThat(poisoned.retry(poisoned.only("projection.live"))
                        .json()
                        .get("done")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void anAutomationPutsAsideTheStreamItCannotHandle() {
        Number number = business.connect();
        String first = application.conversationWith(business, number, Unique.digits());
        String second = application.conversationWith(business, number, Unique.digits());
        long position = poisoned.poison(poisoned.stream("conversation", first), "conversation.MessageQueued", "{}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> poisoned.letters("automation.sending").size() == 1);
        JsonNode letter = poisoned.only("automation.sending");
        assertThat(letter.get("projection").isNull()).isTrue();
        assertThat(letter.get("position").longValue()).isEqualTo(position);
        String message = business.owner()
                .post("/api/v1/conversations/" + second + "/messages", Map.of("type", "text", "text", "Hola"))
                .expecting(202)
                .string("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> application.number("select count(*) from event where name = 'conversation.MessageAccepted'"
                                + " and payload->>'messageId' = '" + message + "'")
                        == 1);

        Answer retried = poisoned.retry(letter);
        assertThat(retried.string("result")).isEqualTo("failing");
        assertThat(poisoned.only("automation.sending").get("attempts").intValue())
                .isEqualTo(2);
        application
                .admin()
                .post(
                        Poisoned.LETTERS + "/" + letter.get("id").asString() + "/discard",
                        Map.of("reason", "never meant"))
                .expecting(200);
        assertThat(poisoned.letters("automation.sending")).isEmpty();
    }

    @Test
    void onlySuperAdminsSeeThem() {
        business.owner().get(Poisoned.LETTERS).refusedWith(403, "forbidden");
        application.stranger().get(Poisoned.LETTERS).expecting(401);
        application.admin().get(Poisoned.LETTERS + "?cursor=nonsense").refusedWith(400, "invalid-request");
        application.admin().get(Poisoned.LETTERS + "?limit=0").refusedWith(400, "invalid-request");
        application.admin().post(Poisoned.LETTERS + "/none/retry").refusedWith(404, "not-found");
    }

    @Test
    void aLongListComesInParts() {
        Map<Long, String> streams = new TreeMap<>();
        for (int channel = 0; channel < 3; channel++) {
            String stream = poisoned.stream("channel", poisoned.channel());
            streams.put(poisoned.poison(stream, "channel.ChannelDisconnected", "{}"), stream);
        }
        poisoned.awaitLetters(3);
        assertThat(application.admin().all(Poisoned.LETTERS + "?processor=projection.live&tenant=" + business.id()))
                .hasSize(3);
        Answer part = application.admin().get(Poisoned.LETTERS + "?processor=projection.live&limit=2");
        assertThat(part.items()).hasSize(2);
        assertThat(application
                        .admin()
                        .get(Poisoned.LETTERS + "?processor=projection.live&limit=2&cursor="
                                + part.string("nextCursor"))
                        .items())
                .hasSize(1);
        assertThat(application.admin().get(Poisoned.LETTERS + "?tenant=nobody").items())
                .isEmpty();
        streams.forEach((position, stream) -> poisoned.mend(position, Poisoned.disconnected(stream)));
        assertThat(poisoned.letters("projection.live"))
                .hasSize(3)
                .allSatisfy(letter ->
                        assertThat(poisoned.retry(letter).string("result")).isEqualTo("done"));
    }

    private String health() {
        return application.admin().get("/actuator/health").expecting(200).text();
    }
}
