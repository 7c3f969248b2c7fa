package io.chatledger.web.description;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema of an answer of which nothing is declared but what an example of it shows. */
final class Shape {

    private Shape() {}

    static Schema<?> of(@Nullable Object value) {
        return switch (value) {
            case null -> new JsonSchema().types(java.util.Set.of("null"));
            case Map<?, ?> object -> object(object);
            case List<?> list -> typed("array").items(list.isEmpty() ? new JsonSchema() : of(list.getFirst()));
            case Boolean _ -> typed("boolean");
            case Integer _, Long _ -> typed("integer");
            case Number _ -> typed("number");
            default -> typed("string");
        };
    }

    private static Schema<?> object(Map<?, ?> object) {
        Schema<?> schema = typed("object");
        object.forEach((name, value) -> {
            schema.addProperty(String.valueOf(name), of(value));
            schema.addRequiredItem(String.valueOf(name));
        });
        return schema;
    }

    private static Schema<?> typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
