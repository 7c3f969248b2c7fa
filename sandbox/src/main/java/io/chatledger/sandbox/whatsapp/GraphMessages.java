package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.whatsapp.ChatMessage.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the provider does with a message that a business sends. */
final class GraphMessages {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final SandboxNumbers numbers;
    private final Chats chats;
    private final StatusReports statuses;
    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;

    GraphMessages(SandboxNumbers numbers, Chats chats, StatusReports statuses, Clock clock) {
        this.numbers = numbers;
        this.chats = chats;
        this.statuses = statuses;
        this.clock = clock;
    }

    /**
     * @return the documented answer
     * @throws GraphProblem if the message is refused
     */
    Map<String, Object> send(String phoneNumberId, JsonNode message) {
        MessageRules.check(message);
        SandboxNumber number = numbers.use(phoneNumberId);
        // "to" wins where both are given.
        String input =
                message.path(message.hasNonNull("to") ? "to" : "recipient").asString();
        SandboxCustomer recipient = SandboxCustomer.of(input, "");
        if (recipient.key().equals(number.displayDigits())) {
            throw new GraphProblem(GraphCode.RECIPIENT_IS_SENDER, "The recipient is the sender's own number.");
        }
        Chat chat = chats.open(phoneNumberId, recipient);
        if (!"template".equals(MessageRules.type(message))) {
            windowIsOpen(chat);
        }
        ChatMessage accepted = accepted(message);
        chat.add(accepted);
        statuses.accepted(number, chat, accepted);
        return answer(input, chat.customer(), accepted.wamid());
    }

    /** The business has read a customer's message. Ids from before a restart are not known here, so they pass. */
    Map<String, Object> read(String phoneNumberId, JsonNode receipt) {
        MessageRules.product(receipt);
        String wamid = Check.text(receipt, "message_id", 512, "status 'read'");
        if (!wamid.startsWith("wamid.")) {
            throw GraphProblem.notValid("Param message_id is not a valid message id.");
        }
        chats.of(phoneNumberId).forEach(chat -> chat.reached(wamid, Tick.read));
        return Map.of("success", true);
    }

    /** A customer of whom nothing is remembered may have written before a restart: that passes. */
    private void windowIsOpen(Chat chat) {
        Instant opened = clock.instant().minus(WINDOW);
        if (chat.lastInbound().filter(last -> last.isBefore(opened)).isPresent()) {
            throw new GraphProblem(
                    GraphCode.RE_ENGAGEMENT,
                    "Message failed to send because more than 24 hours have passed since the customer last replied"
                            + " to this number.");
        }
    }

    private ChatMessage accepted(JsonNode message) {
        String type = MessageRules.type(message);
        JsonNode object = message.path(type);
        Map<String, Object> content = object.isObject()
                ? json.convertValue(object, new TypeReference<>() {})
                : Map.of("items", json.convertValue(object, new TypeReference<List<Object>>() {}));
        return new ChatMessage(
                Wamid.next(),
                false,
                type,
                content,
                message.path("context").path("message_id").stringValue(null),
                message.path("biz_opaque_callback_data").stringValue(null),
                clock.instant(),
                Tick.accepted);
    }

    private static Map<String, Object> answer(String input, SandboxCustomer recipient, String wamid) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("input", input);
        contact.put(recipient.phone() == null ? "user_id" : "wa_id", recipient.key());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("messaging_product", "whatsapp");
        answer.put("contacts", List.of(contact));
        answer.put("messages", List.of(Map.of("id", wamid)));
        return answer;
    }
}
