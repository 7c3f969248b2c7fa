package io.chatledger.web.description;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields that a schema has, those of its objects among them, one by one. */
final class SchemaFields {

    private static final int DEEPEST = 3;

    private final JsonNode document;

    SchemaFields(JsonNode document) {
        this.document = document;
    }

    /**
     * One field or parameter.
     *
     * @param name with those of the objects around it, as errors name it
     * @param type and what bounds it
     */
    record Field(String name, String type, boolean required, Prose description) {}

    List<Field> of(JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        collect("", schema, 0, fields);
        return fields;
    }

    List<Field> ofParameters(JsonNode parameters) {
        return parameters
                .valueStream()
                .map(one -> new Field(
                        one.path("name").asString(""),
                        one.path("in").asString("") + ", " + type(one.path("schema")),
                        one.path("required").asBoolean(false),
                        Prose.of(one.path("description").asString(""))))
                .toList();
    }

    private void collect(String prefix, JsonNode given, int depth, List<Field> fields) {
        JsonNode schema = meant(given);
        if (schema.has("items")) {
            collect(prefix.isEmpty() ? "" : prefix + "[]", schema.get("items"), depth, fields);
            return;
        }
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").forEachEntry((name, property) -> {
            String full = (prefix.isEmpty() ? "" : prefix + ".") + name;
            fields.add(new Field(full, type(property), required.contains(name), Prose.of(description(property))));
            if (depth < DEEPEST) {
                collect(full, property, depth + 1, fields);
            }
        });
    }

    private String description(JsonNode property) {
        return property.path("description")
                .asString(meant(property).path("description").asString(""));
    }

    private JsonNode meant(JsonNode schema) {
        if (schema.has("$ref")) {
            return document.at(schema.get("$ref").asString().substring(1));
        }
        return schema.path("oneOf")
                .valueStream()
                .filter(one -> one.has("$ref"))
                .findFirst()
                .map(this::meant)
                .orElse(schema);
    }

    private String type(JsonNode given) {
        JsonNode schema = meant(given);
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
                : type.asString("");
        if (given.path("oneOf")
                .valueStream()
                .anyMatch(one -> one.path("type").toString().contains("null"))) {
            name += " or null";
        }
        return Stream.concat(Stream.of(name), bounds(schema))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> bounds(JsonNode schema) {
        return Stream.of(
                schema.has("format") ? schema.get("format").asString() : "",
                characters("at least", schema.path("minLength")),
                characters("at most", schema.path("maxLength")),
                schema.has("minimum") ? "from " + schema.get("minimum") : "",
                schema.has("maximum") ? "to " + schema.get("maximum") : "",
                schema.has("pattern") ? schema.get("pattern").asString() : "",
                schema.has("enum")
                        ? schema.get("enum")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(" | "))
                        : "");
    }

    private static String characters(String bound, JsonNode number) {
        return number.isMissingNode()
                ? ""
                : bound + " " + number + (number.asInt() == 1 ? " character" : " characters");
    }
}
