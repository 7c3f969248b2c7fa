package io.chatledger.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Makes events of stored JSON, with no detour for those whose JSON is of today's revision. */
public final class EventDecoder {

    /** Stands for a payload that has no revision. */
    public static final int UNVERSIONED = 0;

    private static final byte[] NO_METADATA = {'{', '}'};

    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Map<String, Map<Integer, Stored>> types = new ConcurrentHashMap<>();

    public EventDecoder(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * @param json UTF-8, as stored
     * @throws IllegalStateException if the name is of no event known today
     */
    public Object decode(String name, int revision, byte[] json) {
        Stored stored = types.computeIfAbsent(name, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(revision, none -> stored(name, revision));
        Object event = stored.isOfToday()
                ? serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, stored.type()))
                : upcast(stored.type(), json);
        if (event instanceof UnknownSerializedType) {
            throw new IllegalStateException("no event: " + name + " of revision " + revision);
        }
        return event;
    }

    private Stored stored(String name, int revision) {
        SerializedType type =
                new SimpleSerializedType(name, revision == UNVERSIONED ? null : Integer.toString(revision));
        SerializedType ofToday = serializer.typeForClass(serializer.classForType(type));
        return new Stored(type, type.equals(ofToday));
    }

    private Object upcast(SerializedType type, byte[] json) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                "", "", 0, "", "1970-01-01T00:00:00Z", type.getName(), type.getRevision(), json, NO_METADATA);
        IntermediateEventRepresentation upcasted = upcasters
                .upcast(Stream.of(new InitialEventRepresentation(entry, serializer)))
                .findFirst()
                .orElseThrow();
        return serializer.deserialize(upcasted.getData());
    }

    private record Stored(SerializedType type, boolean isOfToday) {}
}
