package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.query.FieldChange;
import io.chatledger.query.ViewTopics;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventChangesIT {

    private static final String EVENTS = "/api/v1/audit/events";
    /** Those whose rows are each made of one stream. */
    private static final Map<String, String> TABLES = RunningApplication.bean(Projections.class).all().stream()
            .filter(projection -> projection.partition() == Projection.Partition.BY_STREAM)
            .collect(Collectors.toMap(
                    Projection::name, projection -> projection.table().getName()));

    private final Business business = Business.register();

    /** A row of a view. */
    record Row(String view, String id) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return toString().compareTo(other.toString());
        }
    }

    /** What became of a row. */
    record Became(String change, List<FieldChange> fields) {}

    @Test
    void anEventChangesWhatTheViewsOfThePastSay() {
        muchHappens();
        Map<Row, JsonNode> before = Map.of();
        Set<String> seen = new HashSet<>();
        for (JsonNode event : business.owner().all(EVENTS + "?order=asc")) {
            long position = event.get("position").longValue();
            Map<Row, JsonNode> after = rowsUpTo(position);
            Map<Row, Became> told = told(position);
            assertThat(told).as(event.get("type").asString()).isEqualTo(between(before, after));
            told.forEach((row, became) -> seen.add(row.view() + " " + became.change()));
            before = after;
        }
        assertThat(seen)
                .contains("conversation added", "conversation changed", "message added", "message changed")
                .contains("contact added", "channel added", "channel changed", "message-status added")
                .contains("webhook-journal added", "webhook-journal changed");
    }

    @Test
    void everyTopicIsCalledLikeTheProjectionOfItsTable() {
        assertThat(RunningApplication.bean(ViewTopics.class).all())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(TABLES)
                        .containsEntry(topic.name(), topic.table().getName()));
    }

    @Test
    void anEventIsKnownByItsIdToo() {
        business.connect();
        JsonNode event = business.owner().all(EVENTS + "?type=ChannelConnected").getFirst();
        String position = event.get("position").asString();
        JsonNode byId = business.owner()
                .get(EVENTS + "/" + event.get("id").asString() + "/changes")
                .expecting(200)
                .json();
        assertThat(byId.get("position").asString()).isEqualTo(position);
        assertThat(byId)
                .isEqualTo(business.owner()
                        .get(EVENTS + "/" + position + "/changes")
                        .json());
        Business.register().owner().get(EVENTS + "/" + position + "/changes").refusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999999999999999", "nothing", "a%20b"})
    void ofWhatIsNoEventThereAreNoChanges(String id) {
        business.owner().get(EVENTS + "/" + id + "/changes").refusedWith(404, "not-found");
    }

    private void muchHappens() {
        Number number = business.connect();
        String customer = Unique.digits();
        String conversation = business.conversationWith(number, customer);
        business.awaitStatus(conversation, business.sent(conversation, "Un momento"), "delivered");
        String path = "/api/v1/conversations/" + conversation;
        business.owner().post(path + "/notes", Map.of("text", "nota")).expecting(200);
        business.owner().post(path + "/topic", Map.of("topic", "sale")).expecting(200);
        business.owner().post(path + "/close").expecting(200);
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "¿Y?"))));
        business.upToDate().get("/api/v1/channels").expecting(200);
        business.owner()
                .post("/api/v1/channels/" + number.channelId() + "/disconnect")
                .expecting(200);
    }

    private Map<Row, Became> told(long position) {
        Map<Row, Became> told = new TreeMap<>();
        JsonNode changes = business.owner()
                .get(EVENTS + "/" + position + "/changes")
                .expecting(200)
                .json();
        for (JsonNode row : changes.get("rows")) {
            List<FieldChange> fields = row.get("fields")
                    .valueStream()
                    .map(field -> new FieldChange(
                            field.get("name").asString(), there(field.get("before")), there(field.get("after"))))
                    .toList();
            told.put(
                    new Row(row.get("view").asString(), row.get("id").asString()),
                    new Became(row.get("change").asString(), fields));
        }
        return told;
    }

    private static @Nullable JsonNode there(JsonNode value) {
        return value.isNull() ? null : value;
    }

    private static Map<Row, Became> between(Map<Row, JsonNode> before, Map<Row, JsonNode> after) {
        Map<Row, Became> changes = new TreeMap<>();
        Set<Row> rows = new TreeSet<>(before.keySet());
        rows.addAll(after.keySet());
        for (Row row : rows) {
            List<FieldChange> fields = FieldChange.between(before.get(row), after.get(row));
            if (!fields.isEmpty()) {
                changes.put(row, new Became(FieldChange.kind(before.get(row), after.get(row)), fields));
            }
        }
        return changes;
    }

    private Map<Row, JsonNode> rowsUpTo(long position) {
        String id = business.replay(Map.of("upToPosition", position));
        Map<Row, JsonNode> rows = new TreeMap<>();
        TABLES.forEach((view, table) -> read("as_of_" + id.replace("-", "") + "." + table, view, rows));
        business.owner()
                .send("DELETE", Business.REPLAYS + "/" + id, BodyPublishers.noBody())
                .expecting(204);
        return rows;
    }

    private static void read(String table, String view, Map<Row, JsonNode> rows) {
        // A channel's provider is told; that of a conversation only says whether it has a window.
        String hidden = view.equals("conversation") ? "'active_at', 'provider'" : "'active_at'";
        String sql = "select id, (to_jsonb(t) - array['tenant_id', 'id', 'search', 'order_at', " + hidden
                + "])::text from " + table + " t";
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.put(new Row(view, found.getString(1)), JsonMapper.shared().readTree(found.getString(2)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
