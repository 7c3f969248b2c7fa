package io.chatledger.kernel.message;

import java.util.function.Consumer;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as JSON under their logical names. What is no event keeps its class name (tokens, for instance). */
public final class EventSerializer extends Jackson3Serializer {

    private final EventRegistry registry;
    private final @Nullable PersonalDataSeals seals;
    private final Object written;

    /** Leaves personal data open: for contracts and tests, never for what is stored. */
    public EventSerializer(EventRegistry registry) {
        this(registry, null, new Object(), mapper -> {});
    }

    /** Stores personal data sealed, and reads it whether it is or not. */
    public EventSerializer(EventRegistry registry, PersonalDataSeals seals) {
        this(registry, seals, new Object());
    }

    /** The same for whoever reads the history from far back. */
    public EventSerializer readingAhead() {
        return seals == null ? this : new EventSerializer(registry, seals.readingAhead(), written);
    }

    private EventSerializer(EventRegistry registry, PersonalDataSeals seals, Object written) {
        this(registry, seals, written, mapper -> seal(mapper, seals));
    }

    private EventSerializer(
            EventRegistry registry,
            @Nullable PersonalDataSeals seals,
            Object written,
            Consumer<JsonMapper.Builder> sealing) {
        super(Jackson3Serializer.builder().revisionResolver(revisions(registry)).jsonMapperBuilderCustomizer(mapper -> {
            configure(mapper);
            sealing.accept(mapper);
        }));
        this.registry = registry;
        this.seals = seals;
        this.written = written;
    }

    /** What one has written the other need not write anew, as for a dead letter, which may be unreadable. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventSerializer serializer && serializer.written == written;
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = registry.classOf(type.getName());
        if (known != null) {
            return known;
        }
        return type.getName().startsWith("org.axonframework.") ? super.classForType(type) : UnknownSerializedType.class;
    }

    /** @throws LaterRevisionException rather than leave out what the later revision says */
    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        verifyKnown(stored.getType());
        try {
            return super.deserialize(stored);
        } catch (SerializationException unreadable) {
            if (holdsUnknownConstant(unreadable)) {
                throw new LaterRevisionException(stored.getType().getName());
            }
            throw unreadable;
        }
    }

    /** A later release may know one more of a kind without another revision. */
    private static boolean holdsUnknownConstant(SerializationException unreadable) {
        return unreadable.getCause() instanceof InvalidFormatException value
                && value.getTargetType() != null
                && value.getTargetType().isEnum();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        EventRegistry.Named named = registry.nameOf(type);
        return named == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(named.name(), Integer.toString(named.revision()));
    }

    /** Makes a mapper seal what components of events are marked as {@link PersonalData}. */
    public static void seal(JsonMapper.Builder mapper, PersonalDataSeals seals) {
        PersonalDataIntrospector.install(mapper, seals);
    }

    private void verifyKnown(SerializedType type) {
        Class<?> known = registry.classOf(type.getName());
        EventRegistry.Named today = known == null ? null : registry.nameOf(known);
        String revision = type.getRevision();
        if (today != null && revision != null && isLater(revision, today.revision())) {
            throw new LaterRevisionException(today.name(), today.revision(), revision);
        }
    }

    /** Revisions of events are whole numbers; any other was not written by us. */
    private static boolean isLater(String revision, int today) {
        try {
            return Integer.parseInt(revision) > today;
        } catch (NumberFormatException other) {
            return true;
        }
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
