package io.chatledger.web.description;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which fields of a record are always there, and which may be null, as its components' types say. */
final class RecordSchemas implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getPackageName().startsWith("io.chatledger")) {
            Schema<?> defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            if (defined != null && defined.getProperties() != null) {
                complete(defined, raw.getRecordComponents());
            }
        }
        return schema;
    }

    private static void complete(Schema<?> record, RecordComponent[] components) {
        Set<String> required = new LinkedHashSet<>(record.getRequired() == null ? List.of() : record.getRequired());
        @SuppressWarnings("rawtypes")
        Map<String, Schema> properties = new LinkedHashMap<>(record.getProperties());
        for (RecordComponent component : components) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getType() == JsonNode.class) {
                properties.put(component.getName(), new JsonSchema().description(property.getDescription()));
                continue;
            }
            property.setDescription(PlainDescriptions.text(property.getDescription()));
            boundFromBelow(property, component);
            if (required.contains(component.getName())) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(property));
            } else {
                required.add(component.getName());
            }
        }
        record.setProperties(properties);
        record.setRequired(List.copyOf(required));
    }

    /** Where only the most was said, the least would be 0, whatever else is asked of the text. */
    private static void boundFromBelow(Schema<?> property, RecordComponent component) {
        if (property.getMinLength() != null && property.getMinLength() == 0) {
            property.setMinLength(component.getAccessor().isAnnotationPresent(NotBlank.class) ? 1 : null);
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema()
                    .description(property.getDescription())
                    .addOneOfItem(new JsonSchema().$ref(property.get$ref()))
                    .addOneOfItem(new JsonSchema().types(Set.of("null")));
        }
        if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
