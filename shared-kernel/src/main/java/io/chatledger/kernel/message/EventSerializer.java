package io.chatledger.kernel.message;

import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as JSON under their logical names. What is no event keeps its class name (tokens, for instance). */
public final class EventSerializer extends Jackson3Serializer {

    private final EventRegistry registry;

    public EventSerializer(EventRegistry registry) {
        super(Jackson3Serializer.builder()
                .revisionResolver(revisions(registry))
                .jsonMapperBuilderCustomizer(EventSerializer::configure));
        this.registry = registry;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = registry.classOf(type.getName());
        if (known != null) {
            return known;
        }
        return type.getName().startsWith("org.axonframework.") ? super.classForType(type) : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        EventRegistry.Named named = registry.nameOf(type);
        return named == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(named.name(), Integer.toString(named.revision()));
    }

    private static void configure(JsonMapper.Builder mapper) {
        mapper.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    private static RevisionResolver revisions(EventRegistry registry) {
        return type -> {
            EventRegistry.Named named = registry.nameOf(type);
            return named == null ? null : Integer.toString(named.revision());
        };
    }
}
