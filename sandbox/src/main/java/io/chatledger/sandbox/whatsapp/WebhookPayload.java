package io.chatledger.sandbox.whatsapp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook bodies of the {@code messages} field, as of version 25.0. */
final class WebhookPayload {

    private WebhookPayload() {}

    /** A customer's message arrives. */
    static Map<String, Object> message(SandboxNumber number, SandboxCustomer customer, ChatMessage message) {
        Map<String, Object> arrived = new LinkedHashMap<>();
        if (message.contextId() != null) {
            arrived.put("context", Map.of("from", number.displayDigits(), "id", message.contextId()));
        }
        put(arrived, "from", customer.phone());
        arrived.put("from_user_id", customer.userId());
        arrived.put("id", message.wamid());
        arrived.put("timestamp", seconds(message.at()));
        arrived.put("type", message.type());
        arrived.put(message.type(), message.content());
        return envelope(number, customer, "messages", arrived);
    }

    /** A business's message gets somewhere. */
    static Map<String, Object> status(
            SandboxNumber number, SandboxCustomer customer, ChatMessage message, ChatMessage.Tick tick, Instant at) {
        Map<String, Object> status = statusOf(customer, message, tick, at);
        if (tick == ChatMessage.Tick.sent || tick == ChatMessage.Tick.delivered) {
            status.put("pricing", pricing(message));
        }
        return envelope(number, customer, "statuses", status);
    }

    /** A business's message fails after it was accepted. */
    static Map<String, Object> failure(
            SandboxNumber number, SandboxCustomer customer, ChatMessage message, GraphCode code, Instant at) {
        Map<String, Object> status = statusOf(customer, message, ChatMessage.Tick.failed, at);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.code());
        error.put("title", code.title());
        error.put("message", code.title());
        error.put("error_data", Map.of("details", "Refused on purpose by the sandbox."));
        error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        status.put("errors", List.of(error));
        return envelope(number, customer, "statuses", status);
    }

    private static Map<String, Object> statusOf(
            SandboxCustomer customer, ChatMessage message, ChatMessage.Tick tick, Instant at) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", message.wamid());
        status.put("status", tick.name());
        status.put("timestamp", seconds(at));
        put(status, "recipient_id", customer.phone());
        status.put("recipient_user_id", customer.userId());
        put(status, "biz_opaque_callback_data", message.opaque());
        return status;
    }

    private static Map<String, Object> pricing(ChatMessage message) {
        boolean template = "template".equals(message.type());
        Map<String, Object> pricing = new LinkedHashMap<>();
        pricing.put("billable", template);
        pricing.put("pricing_model", "PMP");
        pricing.put("type", template ? "regular" : "free_customer_service");
        pricing.put("category", template ? "utility" : "service");
        return pricing;
    }

    private static Map<String, Object> envelope(
            SandboxNumber number, SandboxCustomer customer, String list, Map<String, Object> item) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("profile", Map.of("name", customer.name()));
        put(contact, "wa_id", customer.phone());
        contact.put("user_id", customer.userId());
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("messaging_product", "whatsapp");
        value.put("metadata", metadata(number));
        value.put("contacts", List.of(contact));
        value.put(list, List.of(item));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("value", value);
        change.put("field", "messages");
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", number.wabaId());
        entry.put("changes", List.of(change));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object", "whatsapp_business_account");
        body.put("entry", List.of(entry));
        return body;
    }

    private static Map<String, Object> metadata(SandboxNumber number) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("display_phone_number", number.displayDigits());
        metadata.put("phone_number_id", number.phoneNumberId());
        return metadata;
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
