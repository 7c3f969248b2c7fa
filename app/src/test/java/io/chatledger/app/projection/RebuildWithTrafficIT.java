package io.chatledger.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildWithTrafficIT {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    /** All but the record of reads, which grows a little after somebody has looked at something. */
    private static final List<String> VIEWS = List.of(
            "channel_view",
            "contact_view",
            "conversation_view",
            "message_view",
            "message_status_view",
            "webhook_journal_view",
            "retention_view",
            "tenant_view",
            "metric_view");

    private final Client admin = RunningApplication.admin();
    private final Business quiet = Business.register();
    private final Business busy = Business.register();
    private final Number number = busy.connect();

    @BeforeEach
    void somethingHasHappened() {
        String conversation = quiet.conversationWith(quiet.connect(), Unique.digits());
        quiet.awaitStatus(conversation, quiet.sent(conversation, "Hola"), "delivered");
    }

    @Test
    void rowsAreTheSameByteForByteAfterARebuildWithTraffic() {
        List<String> before = rows("where tenant_id = '" + quiet.id() + "'");
        assertThat(before).hasSizeGreaterThan(VIEWS.size());
        int written = withTraffic(this::rebuildAll);
        assertThat(written).isGreaterThan(VIEWS.size());
        assertThat(rows("where tenant_id = '" + quiet.id() + "'")).isEqualTo(before);
        assertThat(busy.messages()).hasSize(written);

        List<String> live = rows("");
        rebuildAll();
        busy.settle();
        assertThat(rows("")).isEqualTo(live);
    }

    @Test
    void everyViewHasItsProjection() {
        assertThat(names()).hasSize(VIEWS.size() + 1);
    }

    @Test
    void theReadModelsStandAtTheHeadWhenNothingHappens() {
        busy.settle();
        assertThat(admin.get(PROJECTIONS).items()).allSatisfy(one -> {
            assertThat(one.get("status").asString()).isEqualTo("current");
            assertThat(one.get("position").longValue())
                    .isEqualTo(one.get("head").longValue());
        });
    }

    @Test
    void allProjectionsAreRebuiltInOnePass() {
        List<String> live = rows("where tenant_id = '" + quiet.id() + "'");
        admin.post(PROJECTIONS + "/rebuild").expecting(202);
        names().forEach(this::awaitDone);
        assertThat(rows("where tenant_id = '" + quiet.id() + "'")).isEqualTo(live);
        admin.post(PROJECTIONS + "/rebuild", Map.of("names", List.of("channel", "contact")))
                .expecting(202);
        List.of("channel", "contact").forEach(this::awaitDone);
        admin.post(PROJECTIONS + "/rebuild", Map.of("names", List.of("weather")))
                .refusedWith(404, "not-found");
        admin.post(PROJECTIONS + "/rebuild", Map.of("names", List.of())).refusedWith(400, "invalid-request");
    }

    @Test
    void progressSaysHowFarItIsAndHowLongItTakes() {
        admin.post(PROJECTIONS + "/contact/rebuild").expecting(202);
        awaitDone("contact");
        JsonNode rebuild = projection("contact").get("rebuild");
        assertThat(rebuild.get("processed").longValue())
                .isPositive()
                .isEqualTo(rebuild.get("total").longValue());
        assertThat(rebuild.get("eventsPerSecond").longValue()).isPositive();
        assertThat(rebuild.get("secondsLeft").longValue()).isZero();
    }

    @Test
    void theOldRowsAreKeptUntilAnOperatorDropsThem() {
        admin.post(PROJECTIONS + "/channel/rebuild").expecting(202);
        awaitDone("channel");
        assertThat(projection("channel").get("previousKept").booleanValue()).isTrue();
        assertThat(admin.send("DELETE", PROJECTIONS + "/channel/previous", BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(projection("channel").get("previousKept").booleanValue()).isFalse();
    }

    @Test
    void whatIsNotBeingRebuiltCannotBeCancelled() {
        admin.post(PROJECTIONS + "/message/rebuild/cancel").refusedWith(409, "rebuild-not-running");
        quiet.owner().post(PROJECTIONS + "/message/rebuild/cancel").refusedWith(403, "forbidden");
        quiet.owner().post(PROJECTIONS + "/rebuild").refusedWith(403, "forbidden");
        quiet.owner()
                .send("DELETE", PROJECTIONS + "/message/previous", BodyPublishers.noBody())
                .refusedWith(403, "forbidden");
    }

    @Test
    void aProjectionThatDoesNotExistCannotBeRebuilt() {
        admin.post(PROJECTIONS + "/weather/rebuild").refusedWith(404, "not-found");
    }

    private void rebuildAll() {
        for (String name : names()) {
            admin.post(PROJECTIONS + "/" + name + "/rebuild").expecting(202);
            awaitDone(name);
        }
    }

    private void awaitDone(String name) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state(name), state -> !state.equals("running"));
        assertThat(state(name)).as(name).isEqualTo("done");
    }

    private List<String> names() {
        return admin.get(PROJECTIONS).items().stream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    private String state(String name) {
        return projection(name).get("rebuild").path("state").asString("");
    }

    private JsonNode projection(String name) {
        Stream<JsonNode> all = admin.get(PROJECTIONS).items().stream();
        return all.filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @return how many messages came in meanwhile */
    private int withTraffic(Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        List<String> written = new ArrayList<>();
        String customer = Unique.digits();
        Thread traffic = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                String text = "mensaje " + written.size();
                Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), text))));
                written.add(text);
            }
        });
        try {
            work.run();
            over.set(true);
            traffic.join(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            over.set(true);
        }
        busy.upToDate().get("/api/v1/channels").expecting(200);
        return written.size();
    }

    private static List<String> rows(String where) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement()) {
            for (String view : VIEWS) {
                ResultSet found = statement.executeQuery(
                        "select t::text from " + view + " t " + where + " order by tenant_id, id");
                while (found.next()) {
                    rows.add(view + found.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows;
    }
}
