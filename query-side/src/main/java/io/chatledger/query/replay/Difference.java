package io.chatledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * What became of one thing between two moments.
 *
 * @param change {@code added, changed, removed}
 * @param fields those that are different, by name
 */
public record Difference(String id, String change, List<FieldChange> fields) {

    /** A field before and after; null where there is no value, and on the side where the thing is not. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FieldChange(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param before the fields by their column; null where there was no such thing, and so for after */
    static Difference of(String id, @Nullable String before, @Nullable String after) {
        JsonNode then = before == null ? null : JSON.readTree(before);
        JsonNode now = after == null ? null : JSON.readTree(after);
        String change = then == null ? "added" : now == null ? "removed" : "changed";
        return new Difference(id, change, fields(then, now));
    }

    private static List<FieldChange> fields(@Nullable JsonNode then, @Nullable JsonNode now) {
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
