package io.chatledger.command.conversation.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON value read leniently: what is absent or of another type is null or empty, and ids may be numbers. Text comes
 * without NUL characters and lone surrogates, which a database cannot keep.
 */
record Json(JsonNode node) {

    private static final int MAX_DEPTH = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws JacksonException if the bytes are no JSON, or nested too deep */
    static Json parse(byte[] bytes) {
        return new Json(MAPPER.readTree(bytes));
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isArray() {
        return node.isArray();
    }

    Json get(String name) {
        JsonNode child = node.get(name);
        return new Json(child == null ? MissingNode.getInstance() : child);
    }

    Json first() {
        return new Json(node.isArray() && !node.isEmpty() ? node.get(0) : MissingNode.getInstance());
    }

    /** The elements of an array; none where it is no array. */
    Stream<Json> elements() {
        return node.isArray() ? node.valueStream().map(Json::new) : Stream.empty();
    }

    /** The names of an object's members. */
    Set<String> names() {
        Map<String, Object> members = map();
        return members == null ? Set.of() : members.keySet();
    }

    /** A text or a number as text; null where it is something else or blank. */
    @Nullable
    String text(String name) {
        JsonNode child = node.get(name);
        if (child == null || !(child.isString() || child.isNumber())) {
            return null;
        }
        String text = clean(child.asString());
        return text.isBlank() ? null : text;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isBoolean() ? child.booleanValue() : null;
    }

    /** The object as a map; null where it is no object or empty. */
    @Nullable
    Map<String, Object> map() {
        return node.isObject() && !node.isEmpty() ? plainObject(node) : null;
    }

    /** The value in plain Java types; null where it is absent or null. */
    @Nullable
    Object plain() {
        return plain(node);
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> plainObject(value);
            case ARRAY -> plainArray(value);
            case STRING -> clean(value.stringValue());
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static Map<String, Object> plainObject(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> {
            Object plain = plain(value);
            if (plain != null) {
                map.put(clean(name), plain);
            }
        });
        return map;
    }

    private static List<Object> plainArray(JsonNode array) {
        List<Object> list = new ArrayList<>(array.size());
        for (JsonNode value : array) {
            Object plain = plain(value);
            if (plain != null) {
                list.add(plain);
            }
        }
        return list;
    }

    private static String clean(String text) {
        boolean sound = text.codePoints().allMatch(Json::storable);
        return sound
                ? text
                : text.codePoints()
                        .map(point -> storable(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean storable(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }
}
