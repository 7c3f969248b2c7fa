package io.chatledger.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An application of which nobody can read some events, which are put straight into its store. */
public record Poisoned(OwnApplication application, Business business) implements AutoCloseable {
    public static final String LETTERS = "/api/v1/admin/dead-letters";

    public static Poisoned start() {
        OwnApplication application =
                new OwnApplication(TestCluster.create(Unique.word()), TestCluster.username(), TestCluster.password());
        return new Poisoned(application, application.register());
    }

    @Override
    public void close() {
        application.close();
    }

    public String channel() {
        return business.owner()
                .post("/api/v1/channels", Business.channel(Number.unconnected()))
                .expecting(201)
                .string("id");
    }

    /** What the view says of a channel. */
    String status(String channel) {
        return application
                .ask("select status from channel_view where id = '" + channel + "'")
                .getFirst();
    }

    public String stream(String feature, String key) {
        return business.id() + "/" + feature + "/" + key;
    }

    /** @return its position */
    public long poison(String stream, String name, String payload) {
        String event = Unique.word();
        application.execute("with head as (update event_head set position = position + 1 returning position)"
                + " insert into event select position, '" + event + "', '" + business.id() + "', 'Poison', '" + stream
                + "', (select max(sequence) + 1 from event where aggregate_id = '" + stream + "'), '" + name
                + "', " + revision(name) + ", now(), '" + quoted(payload) + "', '{\"tenant\":\"" + business.id()
                + "\"}' from head");
        return application.number("select position from event where event_id = '" + event + "'");
    }

    /** Today's, as the table takes no earlier one. */
    private int revision(String name) {
        EventRegistry names = application.bean(Features.class).registry();
        return Objects.requireNonNull(names.nameOf(Objects.requireNonNull(names.classOf(name))))
                .revision();
    }

    /** Payload of an event that can be read. */
    public static String disconnected(String stream) {
        return "{\"channelId\":\"" + stream + "\",\"at\":\"2026-11-20T12:00:00Z\"}";
    }

    /** The column takes valid JSON only: what is broken is a text. */
    private static String quoted(String payload) {
        return payload.endsWith(":") ? "\"" + payload.replace("\"", "") + "\"" : payload;
    }

    /** As a new version that can read it would see it. */
    public void mend(long position, String payload) {
        application.execute("set session_replication_role = replica; update event set payload = '" + payload
                + "' where position = " + position + "; set session_replication_role = origin");
    }

    Answer retry(JsonNode letter) {
        return application
                .admin()
                .post(LETTERS + "/" + letter.get("id").asString() + "/retry")
                .expecting(200);
    }

    /** Of projections; automations that react to the same events have letters of their own. */
    void awaitLetters(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        application.number("select count(*) from dead_letter where projection is not null") == count);
    }

    JsonNode only(String processor) {
        List<JsonNode> letters =
                await().atMost(Duration.ofSeconds(30)).until(() -> letters(processor), found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    List<JsonNode> letters(String processor) {
        return application.admin().get(LETTERS + "?processor=" + processor).items();
    }
}
