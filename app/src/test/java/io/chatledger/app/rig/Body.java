package io.chatledger.app.rig;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A webhook's body as the Cloud API sends it: one entry a change. */
public record Body(List<Map<String, Object>> entries) {

    /** What customers wrote to a number. */
    public static Body messages(Number number, List<Map<String, Object>> messages) {
        return change(number, "messages", Map.of("messages", messages));
    }

    /** What became of messages of a number. */
    public static Body statuses(Number number, List<Map<String, Object>> statuses) {
        return change(number, "messages", Map.of("statuses", statuses));
    }

    public static Body change(Number number, String field, Map<String, Object> members) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("messaging_product", "whatsapp");
        value.put("metadata", Map.of("phone_number_id", number.phoneNumberId()));
        value.putAll(members);
        return ofAccount(number.wabaId(), field, value);
    }

    /** A change that names no number. */
    public static Body ofAccount(String wabaId, String field, Map<String, Object> value) {
        return new Body(List.of(Map.of("id", wabaId, "changes", List.of(Map.of("field", field, "value", value)))));
    }

    public static Map<String, Object> text(String from, String id, String text) {
        return text(from, id, text, Instant.now());
    }

    public static Map<String, Object> text(String from, String id, String text, Instant at) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("from", from);
        message.put("id", id);
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        message.put("type", "text");
        message.put("text", Map.of("body", text));
        return message;
    }

    public static Map<String, Object> status(String id, String word, Instant at) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", id);
        status.put("status", word);
        status.put("timestamp", Long.toString(at.getEpochSecond()));
        return status;
    }

    public Body and(Body more) {
        return new Body(Stream.concat(entries.stream(), more.entries.stream()).toList());
    }

    public byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(Map.of("object", "whatsapp_business_account", "entry", entries));
    }
}
