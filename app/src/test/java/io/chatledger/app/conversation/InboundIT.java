package io.chatledger.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboundIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String phone = Unique.digits();
    private final String userId = "CL." + Unique.digits();

    @Test
    void aMessageOfATypeNotKnownTodayIsKeptWhole() {
        Map<String, Object> hologram = Body.text(phone, Unique.wamid(), "");
        hologram.remove("text");
        hologram.put("type", "hologram");
        hologram.put("hologram", Map.of("depth", 3, "layers", List.of("a", "b")));
        deliver(hologram);
        JsonNode message = business.messages().getFirst();
        assertThat(message.get("type").asString()).isEqualTo("hologram");
        assertThat(message.get("attributes").get("hologram").get("layers").size())
                .isEqualTo(2);
    }

    @Test
    void aCustomerWithoutAPhoneIsKnownByTheUserId() {
        deliver(from(Map.of("from_user_id", userId)));
        assertThat(identities(business.onlyConversation())).containsExactly("bsuid " + userId);
    }

    @Test
    void aCustomerWithoutAPhoneCanBeAnswered() {
        deliver(from(Map.of("from_user_id", userId)));
        String conversation = business.onlyConversation().get("id").asString();
        business.awaitStatus(conversation, business.sent(conversation, "Hola"), "delivered");
    }

    @Test
    void aPhoneThatComesWithAUserIdLaterIsTheSameCustomer() {
        deliver(from(Map.of("from", phone)));
        deliver(from(Map.of("from", phone, "from_user_id", userId)));
        business.settle();
        deliver(from(Map.of("from_user_id", userId)));
        JsonNode conversation = business.onlyConversation();
        assertThat(identities(conversation)).containsExactlyInAnyOrder("phone " + phone, "bsuid " + userId);
        assertThat(conversation.get("messageCount").intValue()).isEqualTo(3);
    }

    @Test
    void newCustomersWhoComeUnderTwoNamesAtOnceAreOneCustomerEach() {
        int customers = 100;
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int n = 0; n < customers; n++) {
            String digits = Unique.digits();
            messages.add(from(Map.of("from", digits)));
            messages.add(from(Map.of("from", digits, "from_user_id", "CL." + digits)));
        }
        Webhook.deliver(Body.messages(number, messages));
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(customers);
        assertThat(business.conversations())
                .hasSize(customers)
                .allSatisfy(
                        one -> assertThat(one.get("messageCount").intValue()).isEqualTo(2));
    }

    @Test
    void aCustomerWhoChangesTheNumberKeepsTheHistory() {
        String newPhone = Unique.digits();
        deliver(from(Map.of("from", phone)));
        Map<String, Object> moved = from(Map.of("from", phone));
        moved.remove("text");
        moved.put("type", "system");
        moved.put(
                "system",
                Map.of(
                        "type",
                        "user_changed_number",
                        "wa_id",
                        newPhone,
                        "body",
                        "User A changed from " + phone + " to " + newPhone));
        deliver(moved);
        business.settle();
        deliver(from(Map.of("from", newPhone)));
        JsonNode conversation = business.onlyConversation();
        assertThat(conversation.get("messageCount").intValue()).isEqualTo(2);
        assertThat(identities(conversation)).contains("phone " + newPhone);
    }

    @Test
    void whatASearchFindsSaysWhoseItIs() {
        String word = Unique.word();
        deliver(Body.text(phone, Unique.wamid(), "Quiero " + word + " mañana"));
        List<JsonNode> hits = business.upToDate().all("/api/v1/messages/search?q=" + word);
        assertThat(hits)
                .extracting(hit -> hit.get("conversationId").asString())
                .containsExactly(business.onlyConversation().get("id").asString());
    }

    private void deliver(Map<String, Object> message) {
        Webhook.deliver(Body.messages(number, List.of(message)));
    }

    private static Map<String, Object> from(Map<String, String> sender) {
        Map<String, Object> message = Body.text("", Unique.wamid(), "Hola", Instant.now());
        message.remove("from");
        message.putAll(sender);
        return message;
    }

    private static List<String> identities(JsonNode conversation) {
        List<String> found = new ArrayList<>();
        conversation
                .get("contact")
                .get("identities")
                .forEach(one -> found.add(
                        one.get("type").asString() + " " + one.get("value").asString()));
        return found;
    }
}
