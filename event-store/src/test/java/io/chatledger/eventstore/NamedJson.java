package io.chatledger.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** JSON under names and revisions that are not those of classes. As a filter it lets only what it can read pass. */
final class NamedJson extends Jackson3Serializer implements SnapshotFilter {

    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    NamedJson() {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)));
    }

    NamedJson with(Class<?> type, String name, int revision) {
        types.put(type, new SimpleSerializedType(name, Integer.toString(revision)));
        classes.put(name, type);
        return this;
    }

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        try {
            return types.containsValue(snapshot.getPayload().getType()) && deserialize(snapshot.getPayload()) != null;
        } catch (SerializationException unreadable) {
            return false;
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = classes.get(type.getName());
        if (known != null) {
            return known;
        }
        return type.getName().startsWith("org.axonframework.") ? super.classForType(type) : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        SerializedType known = types.get(type);
        return known == null ? super.typeForClass(type) : known;
    }
}
