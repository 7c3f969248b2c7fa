package io.chatledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManyMessagesIT {

    private static final int CUSTOMERS = 50;
    private static final int EACH = 20;

    private final Business business = Business.register();
    private final Number number = business.connect();

    @Test
    void aBodyForTwoTenantsReachesBoth() {
        Business other = Business.register();
        Number theirs = other.connect();
        String customer = Unique.digits();
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "para A")))
                .and(Body.messages(theirs, List.of(Body.text(customer, Unique.wamid(), "para B")))));
        assertThat(texts(business.messages())).containsExactly("para A");
        assertThat(texts(other.messages())).containsExactly("para B");
    }

    @Test
    void aThousandMessagesOfFiftyCustomersInOneBodyAreAllThereInOrder() {
        List<String> customers =
                IntStream.range(0, CUSTOMERS).mapToObj(n -> Unique.digits()).toList();
        Instant now = Instant.now();
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int turn = 0; turn < EACH; turn++) {
            for (String customer : customers) {
                messages.add(Body.text(customer, Unique.wamid(), customer + " " + turn, now));
            }
        }
        Webhook.deliver(Body.messages(number, messages));

        List<JsonNode> conversations = business.conversations();
        assertThat(conversations).hasSize(CUSTOMERS);
        Client client = business.upToDate();
        for (JsonNode conversation : conversations) {
            String customer = phoneOf(conversation);
            String path = "/api/v1/conversations/" + conversation.get("id").asString() + "/messages";
            assertThat(texts(client.all(path)))
                    .isEqualTo(IntStream.range(0, EACH)
                            .mapToObj(turn -> customer + " " + turn)
                            .toList());
        }
    }

    @Test
    void manyBodiesOfOneSecondKeepTheOrderOfArrival() {
        String customer = Unique.digits();
        Instant second = Instant.now();
        List<String> said = IntStream.range(0, 40).mapToObj(n -> "mensaje " + n).toList();
        said.forEach(text ->
                Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), text, second)))));
        assertThat(texts(business.messages())).isEqualTo(said);
    }

    @Test
    void aMessageThatComesLateStandsWhereItWasWritten() {
        String customer = Unique.digits();
        Instant now = Instant.now();
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "segundo", now))));
        Webhook.deliver(
                Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "primero", now.minusSeconds(60)))));
        assertThat(texts(business.messages())).containsExactly("primero", "segundo");
    }

    private static String phoneOf(JsonNode conversation) {
        return conversation.get("contact").get("identities").get(0).get("value").asString();
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map(one -> one.get("text").asString()).toList();
    }
}
