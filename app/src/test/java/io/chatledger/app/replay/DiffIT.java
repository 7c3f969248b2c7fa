package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DiffIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String conversation = business.conversationWith(number, Unique.digits());
    private final String quiet = business.conversationWith(number, Unique.digits());
    private String added = "";
    private String sent = "";
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    @BeforeEach
    void somethingChanges() {
        sent = business.sent(conversation, "Un momento");
        business.awaitStatus(conversation, sent, "delivered");
        from = Instant.now();
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/topic", Map.of("topic", "sale"))
                .expecting(200);
        added = business.conversationWith(number, Unique.digits());
        business.settle();
        to = Instant.now();
        business.owner()
                .post("/api/v1/conversations/" + quiet + "/topic", Map.of("topic", "support"))
                .expecting(200);
    }

    @Test
    void itTellsWhatWasAddedAndWhichFieldsChanged() {
        List<JsonNode> items = diff("conversation", from, to);
        assertThat(items).extracting(one -> one.get("id").asString()).containsExactlyInAnyOrder(conversation, added);
        JsonNode changed = byId(items, conversation);
        assertThat(changed.get("change").asString()).isEqualTo("changed");
        assertThat(field(changed, "topic").get("before").isNull()).isTrue();
        assertThat(field(changed, "topic").get("after").asString()).isEqualTo("sale");
        assertThat(byId(items, added).get("change").asString()).isEqualTo("added");
    }

    @Test
    void everyFeatureIsComparedFromTheBeginning() {
        Instant beginning = Instant.parse("2001-01-01T00:00:00Z");
        assertThat(diff("channel", beginning, to)).hasSize(1);
        assertThat(diff("contact", beginning, to)).hasSize(3);
        assertThat(diff("conversation", beginning, to)).hasSize(3);
        assertThat(diff("webhook", beginning, to)).isNotEmpty();
        JsonNode message = byId(diff("message", beginning, to), sent);
        assertThat(message.get("change").asString()).isEqualTo("added");
        assertThat(field(message, "deliveries").toString()).contains("delivered");
    }

    @Test
    void anotherTenantsChangesAreNotTold() {
        assertThat(Business.register()
                        .owner()
                        .get(path("conversation", from, to))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
                "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&feature=weather",
                "from=x&to=2026-01-02T00:00:00Z&feature=contact",
                "from=2026-01-01T00:00:00Z&feature=contact",
                "from=2026-01-01T00:00:00Z&to=2999-01-01T00:00:00Z&feature=contact"
            })
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        business.owner().get("/api/v1/audit/diff?" + query).refusedWith(400, "invalid-request");
    }

    private List<JsonNode> diff(String feature, Instant before, Instant after) {
        return business.owner().get(path(feature, before, after)).items();
    }

    private static String path(String feature, Instant before, Instant after) {
        return "/api/v1/audit/diff?feature=" + feature + "&from=" + before + "&to=" + after;
    }

    private static JsonNode byId(List<JsonNode> items, String id) {
        return items.stream()
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode field(JsonNode difference, String name) {
        return difference
                .get("fields")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
