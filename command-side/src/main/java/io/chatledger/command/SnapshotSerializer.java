package io.chatledger.command;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.PersonalDataSeals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes aggregates down as snapshots: the JSON of their fields, under a logical name and a revision. As a filter it
 * lets only snapshots pass that are of the present revision and can be read; of others the events are read.
 */
public final class SnapshotSerializer extends Jackson3Serializer implements SnapshotFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSerializer.class);

    private final Map<Class<?>, SerializedType> types = new ConcurrentHashMap<>();
    private final Map<SerializedType, Class<?>> classes = new ConcurrentHashMap<>();

    /** Leaves personal data open. */
    SnapshotSerializer() {
        this(mapper -> {});
    }

    SnapshotSerializer(PersonalDataSeals seals) {
        this(mapper -> EventSerializer.seal(mapper, seals));
    }

    private SnapshotSerializer(Consumer<JsonMapper.Builder> sealing) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> {
            configure(mapper);
            sealing.accept(mapper);
        }));
    }

    /** @param revision another whenever the aggregate's fields change */
    void register(Class<?> aggregate, String name, int revision) {
        SerializedType type = new SimpleSerializedType(name, Integer.toString(revision));
        types.put(aggregate, type);
        classes.put(type, aggregate);
    }

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        return classes.containsKey(snapshot.getPayload().getType()) && isReadable(snapshot);
    }

    /** Axon reads it only when it loads the aggregate, and then there is no way back to the events. */
    private boolean isReadable(DomainEventData<?> snapshot) {
        try {
            deserialize(snapshot.getPayload());
            return true;
        } catch (SerializationException unreadable) {
            LOG.warn("The snapshot of {} cannot be read and is left aside", snapshot.getAggregateIdentifier());
            return false;
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return classes.getOrDefault(type, UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        SerializedType known = types.get(type);
        return known == null ? super.typeForClass(type) : known;
    }

    private static void configure(JsonMapper.Builder mapper) {
        mapper.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY));
    }
}
