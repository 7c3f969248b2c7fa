package io.chatledger.query.panel.audit;

import io.chatledger.kernel.message.SealedJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of any shape, ready to be read by a person: a stream is called by its key, as everywhere outside.
 *
 * @param name of the field that holds it; empty in a list
 * @param kind {@code text, moment, nothing, erased, object, list}
 * @param parts what an object or a list holds
 */
public record ShownValue(String name, String kind, String text, List<ShownValue> parts) {

    private static final int DEEPEST = 8;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern STREAM = Pattern.compile("^[a-z0-9-]{1,64}/[a-z]+/([a-z0-9-]{36})$");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

    static ShownValue of(@Nullable JsonNode value) {
        return of("", value, 0);
    }

    /** The field's name as words. */
    public String words() {
        String spaced = HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? "" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static ShownValue of(String name, @Nullable JsonNode value, int depth) {
        if (value == null || isNothing(value)) {
            return leaf(name, "nothing", "");
        }
        if (value.isObject()
                && value.size() == 1
                && value.path(SealedJson.ERASED).isBoolean()) {
            return leaf(name, "erased", "");
        }
        if (value.isContainer()) {
            return depth < DEEPEST ? container(name, value, depth) : leaf(name, "text", value.toString());
        }
        String text = STREAM.matcher(value.asString()).replaceFirst("$1");
        return leaf(name, value.isString() && isMoment(text) ? "moment" : "text", text);
    }

    private static ShownValue container(String name, JsonNode value, int depth) {
        List<ShownValue> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> parts.add(of(field.getKey(), field.getValue(), depth + 1)));
        } else {
            value.forEach(element -> parts.add(of("", element, depth + 1)));
        }
        return new ShownValue(name, value.isObject() ? "object" : "list", "", parts);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isContainer() && value.isEmpty()
                || value.isString() && value.asString().isEmpty();
    }

    private static boolean isMoment(String text) {
        try {
            return INSTANT.matcher(text).matches() && Instant.parse(text) != null;
        } catch (DateTimeException somethingElse) {
            return false;
        }
    }

    private static ShownValue leaf(String name, String kind, String text) {
        return new ShownValue(name, kind, text, List.of());
    }
}
