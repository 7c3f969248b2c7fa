package io.chatledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A field before and after; null where there is no value, and on the side where the thing is not. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(
        String name, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** What became of a thing: {@code added, changed, removed}. */
    public static String kind(@Nullable JsonNode before, @Nullable JsonNode after) {
        return before == null ? "added" : after == null ? "removed" : "changed";
    }

    /** The fields that are different, by name; both sides are rows by their columns. */
    public static List<FieldChange> between(@Nullable JsonNode then, @Nullable JsonNode now) {
        TreeSet<String> columns = new TreeSet<>();
        if (then != null) {
            columns.addAll(then.propertyNames());
        }
        if (now != null) {
            columns.addAll(now.propertyNames());
        }
        List<FieldChange> fields = new ArrayList<>();
        for (String column : columns) {
            JsonNode before = value(then, column);
            JsonNode after = value(now, column);
            if (!Objects.equals(before, after)) {
                fields.add(new FieldChange(name(column), before, after));
            }
        }
        return fields;
    }

    private static @Nullable JsonNode value(@Nullable JsonNode row, String column) {
        JsonNode value = row == null ? null : row.get(column);
        if (value == null || value.isNull()) {
            return null;
        }
        return column.endsWith("_at") && value.isString() ? instant(value) : value;
    }

    /** As all times of the API are written. */
    private static JsonNode instant(JsonNode value) {
        try {
            return StringNode.valueOf(
                    OffsetDateTime.parse(value.asString()).toInstant().toString());
        } catch (DateTimeException e) {
            return value;
        }
    }

    /** {@code last_message_at} is {@code lastMessageAt}. */
    private static String name(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
