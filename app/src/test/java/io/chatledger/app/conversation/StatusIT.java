package io.chatledger.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StatusIT {

    private static final List<String> COURSE = List.of("sent", "delivered", "read");

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String conversation = business.conversationWith(number, Unique.digits());
    private final String wamid = Unique.wamid();

    /** After all that happens to a message here, however long that takes. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);

    @BeforeEach
    void acceptUnderThatId() {
        RunningApplication.graph().answer(number, Graph.accepted(wamid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent delivered read sent",
                "sent read delivered delivered",
                "delivered sent read read",
                "delivered read sent delivered",
                "read sent delivered read sent",
                "read delivered sent read delivered sent"
            })
    void anyOrderAndAnyRepetitionGiveTheSame(String order) {
        String id = business.sent(conversation, "Hola");
        business.awaitStatus(conversation, id, "sent");
        for (String word : order.split(" ")) {
            report(word);
        }
        JsonNode message = business.message(conversation, id);
        assertThat(message.get("status").asString()).isEqualTo("read");
        assertThat(reported(message))
                .containsExactly("sent " + start, "delivered " + start.plusSeconds(1), "read " + start.plusSeconds(2));
    }

    @Test
    void aStatusThatIsThereBeforeTheMessageIsAcceptedCounts() {
        report("delivered");
        String id = business.sent(conversation, "Hola");
        JsonNode message = business.awaitStatus(conversation, id, "delivered");
        assertThat(message.get("providerMessageId").asString()).isEqualTo(wamid);
    }

    @Test
    void aStatusOfAMessageNobodyKnowsIsKept() {
        report("read");
        business.upToDate().get("/api/v1/channels").expecting(200);
        assertThat(RunningApplication.number(
                        "select count(*) from message_status_view where tenant_id = ? and status = 'read'",
                        business.id()))
                .isEqualTo(1);
    }

    @Test
    void aFailureSaysWhyInPlainWords() {
        String id = business.sent(conversation, "Hola");
        business.awaitStatus(conversation, id, "sent");
        Map<String, Object> failed = Body.status(wamid, "failed", start);
        failed.put("errors", List.of(Map.of("code", 131049, "title", "Not delivered to maintain health")));
        Webhook.deliver(Body.statuses(number, List.of(failed)));
        JsonNode message = business.message(conversation, id);
        assertThat(message.get("status").asString()).isEqualTo("failed");
        assertThat(message.get("error").get("reason").asString()).isEqualTo("withheld-by-provider");
        assertThat(message.get("error").get("code").intValue()).isEqualTo(131049);
    }

    @Test
    void aStatusOfAnotherTenantsMessageChangesNothing() {
        String id = business.sent(conversation, "Hola");
        business.awaitStatus(conversation, id, "sent");
        Business other = Business.register();
        Webhook.deliver(Body.statuses(other.connect(), List.of(Body.status(wamid, "read", start))));
        assertThat(business.message(conversation, id).get("status").asString()).isEqualTo("sent");
    }

    private void report(String word) {
        Instant at = start.plusSeconds(COURSE.indexOf(word));
        Webhook.deliver(Body.statuses(number, List.of(Body.status(wamid, word, at))));
    }

    /** What the provider said, not what we did. */
    private List<String> reported(JsonNode message) {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : message.get("statusHistory")) {
            Instant at = Instant.parse(step.get("at").asString());
            if (!at.isBefore(start)) {
                steps.add(step.get("status").asString() + " " + at);
            }
        }
        return steps;
    }
}
