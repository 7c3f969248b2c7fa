package io.chatledger.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.TestCluster;
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

    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String ROWS = "select t::text from channel_view t order by tenant_id, id";

    private OwnApplication application;
    private Business business;

    @BeforeAll
    void start() {
        application =
                new OwnApplication(TestCluster.create(Unique.word()), TestCluster.username(), TestCluster.password());
        business = application.register();
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @AfterEach
    void noneIsLeft() {
        application.execute("delete from dead_letter");
    }

    @Test
    void othersAreShownWithinASecondAndTheParkedOneOnceItIsMended() {
        String parked = channel();
        long position = poison(stream("channel", parked), "channel.ChannelDisconnected", "{\"channelId\":");
        long start = System.nanoTime();
        String other = channel();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> application.ask("select id from channel_view").contains(other));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));

        JsonNode letter = only("projection.live");
        assertThat(letter.get("projection").asString()).isEqualTo("channel");
        assertThat(letter.get("position").longValue()).isEqualTo(position);
        assertThat(letter.get("tenant").asString()).isEqualTo(business.id());
        assertThat(letter.get("cause").get("type").asString()).startsWith("tools.jackson");
        assertThat(health()).contains("channel stream " + stream("channel", parked));
        assertThat(retry(letter).string("result")).isEqualTo("failing");
        assertThat(only("projection.live").get("attempts").intValue()).isEqualTo(2);

        mend(position, "{\"channelId\":\"" + stream("channel", parked) + "\",\"at\":\"2026-11-20T12:00:00Z\"}");
        assertThat(retry(letter).string("result")).isEqualTo("done");
        assertThat(application.ask("select status from channel_view where id = '" + parked + "'"))
                .containsExactly("disconnected");
        assertThat(application.admin().get(LETTERS).items()).isEmpty();
        List<String> live = application.ask(ROWS);
        rebuild("channel");
        assertThat(application.ask(ROWS)).isEqualTo(live);
    }

    @Test
    void whatIsDiscardedIsOnRecordAndTheRestCanGoOn() {
        String parked = channel();
        String stream = stream("channel", parked);
        long position = poison(stream, "channel.ChannelDisconnected", "{\"channelId\":\"nobody\"}");
        poison(
                stream,
                "channel.ChannelDisconnected",
                "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}");
        await().until(() -> application.number("select count(*) from dead_letter") == 2);
        JsonNode letter = only("projection.live");
        assertThat(letter.get("lettersInSequence").intValue()).isEqualTo(2);
        String path = LETTERS + "/" + letter.get("id").asString() + "/discard";
        application.admin().post(path, Map.of("reason", " ")).refusedWith(400, "invalid-request");
        application.admin().post(path, Map.of("reason", "x".repeat(501))).refusedWith(400, "invalid-request");
        application.admin().post(path, Map.of("reason", "written by a test")).expecting(200);

        assertThat(retry(only("projection.live")).string("result")).isEqualTo("done");
        assertThat(application.ask("select status from channel_view where id = '" + parked + "'"))
                .containsExactly("disconnected");
        assertThat(application.ask("select (payload->>'reason') || (metadata->>'actorType') from event where name ="
                        + " 'deadletter.DeadLetterDiscarded' and tenant_id = '" + business.id() + "'"))
                .containsExactly("written by a testaccount");
        assertThat(application.ask("select position from dead_letter_discard")).containsExactly("" + position);
        mend(position, "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}");
    }

    @Test
    void whatIsParkedStaysSoOverARestart() {
        String parked = channel();
        String stream = stream("channel", parked);
        long position = poison(stream, "channel.ChannelDisconnected", "[]");
        await().until(() -> application.number("select count(*) from dead_letter") == 1);
        application.restart();
        poison(
                stream,
                "channel.ChannelDisconnected",
                "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}");
        await().until(() -> application.number("select count(*) from dead_letter") == 2);
        assertThat(application.ask("select status from channel_view where id = '" + parked + "'"))
                .containsExactly("connected");
        mend(position, "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}");
        assertThat(retry(only("projection.live")).json().get("done").intValue()).isEqualTo(2);
    }

    @Test
    void anAutomationPutsAsideTheStreamItCannotHandle() {
        Number number = business.connect();
        String first = conversation(number, Unique.digits());
        String second = conversation(number, Unique.digits());
        long position = poison(stream("conversation", first), "conversation.MessageQueued", "{}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> letters("automation.sending").size() == 1);
        JsonNode letter = only("automation.sending");
        assertThat(letter.get("projection").isNull()).isTrue();
        assertThat(letter.get("position").longValue()).isEqualTo(position);
        String message = business.owner()
                .post("/api/v1/conversations/" + second + "/messages", Map.of("type", "text", "text", "Hola"))
                .expecting(202)
                .string("id");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> application.number("select count(*) from event where name = 'conversation.MessageAccepted'"
                                + " and payload->>'messageId' = '" + message + "'")
                        == 1);

        Answer retried = retry(letter);
        assertThat(retried.string("result")).isEqualTo("failing");
        assertThat(only("automation.sending").get("attempts").intValue()).isEqualTo(2);
        application
                .admin()
                .post(LETTERS + "/" + letter.get("id").asString() + "/discard", Map.of("reason", "never meant"))
                .expecting(200);
        assertThat(letters("automation.sending")).isEmpty();
    }

    @Test
    void onlySuperAdminsSeeThem() {
        business.owner().get(LETTERS).refusedWith(403, "forbidden");
        application.stranger().get(LETTERS).expecting(401);
        application.admin().get(LETTERS + "?cursor=nonsense").refusedWith(400, "invalid-request");
        application.admin().get(LETTERS + "?limit=0").refusedWith(400, "invalid-request");
        application.admin().post(LETTERS + "/none/retry").refusedWith(404, "not-found");
    }

    @Test
    void aLongListComesInParts() {
        Map<Long, String> poisoned = new TreeMap<>();
        for (int channel = 0; channel < 3; channel++) {
            String stream = stream("channel", channel());
            poisoned.put(poison(stream, "channel.ChannelDisconnected", "{}"), stream);
        }
        await().until(() -> application.number("select count(*) from dead_letter") == 3);
        assertThat(application.admin().all(LETTERS + "?tenant=" + business.id()))
                .hasSize(3);
        Answer part = application.admin().get(LETTERS + "?limit=2");
        assertThat(part.items()).hasSize(2);
        assertThat(application
                        .admin()
                        .get(LETTERS + "?limit=2&cursor=" + part.string("nextCursor"))
                        .items())
                .hasSize(1);
        assertThat(application.admin().get(LETTERS + "?tenant=nobody").items()).isEmpty();
        poisoned.forEach((position, stream) ->
                mend(position, "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}"));
        letters("channel")
                .forEach(letter -> assertThat(retry(letter).string("result")).isEqualTo("done"));
    }

    private String channel() {
        return business.owner()
                .post("/api/v1/channels", Business.channel(Number.unconnected()))
                .expecting(201)
                .string("id");
    }

    private String conversation(Number number, String customer) {
        application.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Hola"))));
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> business.owner()
                                .get("/api/v1/conversations?q=" + customer)
                                .items(),
                        found -> !found.isEmpty())
                .getFirst()
                .get("id")
                .asString();
    }

    private String stream(String feature, String key) {
        return business.id() + "/" + feature + "/" + key;
    }

    /** @return its position */
    private long poison(String stream, String name, String payload) {
        String event = Unique.word();
        application.execute("with head as (update event_head set position = position + 1 returning position)"
                + " insert into event select position, '" + event + "', '" + business.id() + "', 'Poison', '" + stream
                + "', (select max(sequence) + 1 from event where aggregate_id = '" + stream + "'), '" + name
                + "', 1, now(), '" + quoted(payload) + "', '{\"tenant\":\"" + business.id() + "\"}' from head");
        return application.number("select position from event where event_id = '" + event + "'");
    }

    /** The column takes valid JSON only: what is broken is a text. */
    private static String quoted(String payload) {
        return payload.endsWith(":") ? "\"" + payload.replace("\"", "") + "\"" : payload;
    }

    /** As a new version that can read it would see it. */
    private void mend(long position, String payload) {
        application.execute("set session_replication_role = replica; update event set payload = '" + payload
                + "' where position = " + position + "; set session_replication_role = origin");
    }

    private Answer retry(JsonNode letter) {
        return application
                .admin()
                .post(LETTERS + "/" + letter.get("id").asString() + "/retry")
                .expecting(200);
    }

    private JsonNode only(String processor) {
        List<JsonNode> letters =
                await().atMost(Duration.ofSeconds(10)).until(() -> letters(processor), found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private List<JsonNode> letters(String processor) {
        return application.admin().get(LETTERS + "?processor=" + processor).items();
    }

    private String health() {
        return application.stranger().get("/actuator/health").expecting(200).text();
    }

    private void rebuild(String projection) {
        application
                .admin()
                .post("/api/v1/admin/projections/" + projection + "/rebuild")
                .expecting(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.admin().get("/api/v1/admin/projections").items().stream()
                        .filter(one -> one.get("name").asString().equals(projection))
                        .allMatch(one ->
                                one.get("rebuild").path("state").asString("").equals("done")));
    }
}
