package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be asked for. */
class MetricQuestionsIT {

    private static final String METRICS = "/api/v1/metrics";

    private final Business business = Business.register();

    @Test
    void definitionsSayWhatTheyCount() {
        List<JsonNode> definitions = business.owner().get(METRICS).items();
        assertThat(definitions)
                .extracting(one ->
                        one.get("name").asString() + " " + one.get("version").intValue())
                .contains("messages-in 1", "messages-in 2", "first-response-time 1", "first-response-time 2");
        assertThat(definitions)
                .allSatisfy(one -> assertThat(one.get("description").asString()).isNotBlank());
    }

    @Test
    void whatIsNoMetricIsNotFound() {
        business.owner().get(METRICS + "/weather").refusedWith(404, "not-found");
        business.owner().get(METRICS + "/weather/events").refusedWith(404, "not-found");
        RunningApplication.stranger().get(METRICS).expecting(401);
    }
}
