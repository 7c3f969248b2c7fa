package io.chatledger.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON in which one value has a type that its field does not have. */
final class WrongValues {

    private static final List<String> NO_TEXT = List.of("7", "1.5", "true", "[]", "[\"a\"]", "{}");
    private static final List<String> NO_FLAG =
            List.of("\"true\"", "\"\"", "\" \"", "1", "0", "1.0", "[]", "[true]", "{}");
    private static final List<String> NO_WHOLE_NUMBER = List.of(
            "\"7\"", "\"\"", "\"NaN\"", "90.9", "7.0", "1e2", "true", "[]", "[7]", "{}", "99999999999999999999", "NaN");
    private static final List<String> NO_NUMBER =
            List.of("\"1.5\"", "\"\"", "\"NaN\"", "\"Infinity\"", "true", "[]", "[1.5]", "{}", "-INF", "1e999");
    private static final List<String> NO_INSTANT = List.of(
            "1767225600",
            "1.5",
            "true",
            "\"\"",
            "\"1767225600\"",
            "\"yesterday\"",
            "\"2026-01-01\"",
            "\"2026-01-01T00:00:00\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "[]",
            "[2026,1,1]",
            "{}");
    private static final List<String> NO_LIST = List.of("\"a\"", "\"\"", "7", "true", "{}");
    private static final List<String> NO_OBJECT = List.of("\"a\"", "\"\"", "7", "1.5", "true", "[]", "[{}]");

    /** @param field as an error has to name it */
    record Wrong(String field, String json) {}

    private WrongValues() {}

    static List<Wrong> of(Class<?> body) {
        List<Wrong> all = new ArrayList<>();
        NO_OBJECT.forEach(json -> all.add(new Wrong("body", json)));
        all.addAll(inside(body));
        all.add(twice(body));
        return all;
    }

    private static List<Wrong> inside(Class<?> record) {
        List<Wrong> all = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            wrong(component.getGenericType())
                    .map(one -> new Wrong(name + one.field(), "{\"" + name + "\":" + one.json() + "}"))
                    .forEach(all::add);
        }
        return all;
    }

    private static Wrong twice(Class<?> record) {
        String name = record.getRecordComponents()[0].getName();
        return new Wrong(name, "{\"" + name + "\":null,\"" + name + "\":null}");
    }

    private static Stream<Wrong> wrong(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (Collection.class.isAssignableFrom(raw)) {
            Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
            return Stream.concat(
                    here(NO_LIST), wrong(element).map(one -> new Wrong("[0]" + one.field(), "[" + one.json() + "]")));
        }
        if (raw.isRecord()) {
            return Stream.concat(
                    here(NO_OBJECT), inside(raw).stream().map(one -> new Wrong("." + one.field(), one.json())));
        }
        return here(forScalar(raw));
    }

    private static List<String> forScalar(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return NO_TEXT;
        }
        if (type == Boolean.class || type == boolean.class) {
            return NO_FLAG;
        }
        if (type == Instant.class) {
            return NO_INSTANT;
        }
        if (Map.class.isAssignableFrom(type)) {
            return NO_OBJECT;
        }
        boolean fraction = type == double.class || type == Double.class;
        return fraction ? NO_NUMBER : NO_WHOLE_NUMBER;
    }

    private static Stream<Wrong> here(List<String> values) {
        return values.stream().map(json -> new Wrong("", json));
    }
}
