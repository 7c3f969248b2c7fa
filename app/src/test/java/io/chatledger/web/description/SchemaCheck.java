package io.chatledger.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a value is what a schema of the document promises: nothing else, and nothing more. */
final class SchemaCheck {

    private SchemaCheck() {}

    static void verify(JsonNode given, JsonNode value, String at) {
        JsonNode schema = Document.resolved(given);
        if (schema.has("oneOf")) {
            assertThat(schema.get("oneOf").valueStream().anyMatch(one -> matches(one, value)))
                    .as("%s is one of %s: %s", at, schema, value)
                    .isTrue();
            return;
        }
        List<String> types = types(schema);
        assertThat(types.isEmpty()
                        || types.contains(type(value))
                        || type(value).equals("integer") && types.contains("number"))
                .as("%s is %s: %s", at, types, value)
                .isTrue();
        if (schema.has("enum") && !value.isNull()) {
            assertThat(schema.get("enum").valueStream()).as(at).contains(value);
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(one -> verify(schema.get("items"), one, at + "[]"));
        }
        if (value.isObject()) {
            object(schema, value, at);
        }
    }

    private static void object(JsonNode schema, JsonNode value, String at) {
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.asString()))
                        .as("%s has %s: %s", at, name, value)
                        .isTrue());
        JsonNode properties = schema.path("properties");
        if (properties.isEmpty()) {
            return;
        }
        value.forEachEntry((name, one) -> {
            assertThat(properties.has(name))
                    .as("%s.%s is in the document", at, name)
                    .isTrue();
            verify(properties.get(name), one, at + "." + name);
        });
    }

    private static boolean matches(JsonNode schema, JsonNode value) {
        try {
            verify(schema, value, "");
            return true;
        } catch (AssertionError no) {
            return false;
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return (type.isArray() ? type.valueStream() : type.isMissingNode() ? Stream.<JsonNode>of() : Stream.of(type))
                .map(JsonNode::asString)
                .toList();
    }

    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }
}
