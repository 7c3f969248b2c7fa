package io.chatledger.projection;

import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A history of customers and their names, each a stream and a row of its own; positions count from 1. */
final class Shop implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EventSerializer SERIALIZER = new EventSerializer(new EventRegistry());

    private final List<TrackedEventMessage<?>> all = new ArrayList<>();

    static ContactId customer(int number) {
        return ContactId.of(Facts.TENANT, new UUID(7, number));
    }

    TrackedEventMessage<?> created(int customer) {
        return add(customer(customer), new ContactCreated(customer(customer), "Ana " + customer, NOON));
    }

    TrackedEventMessage<?> renamed(int customer, String name) {
        return add(customer(customer), new ProfileNameChanged(customer(customer), name, NOON));
    }

    TrackedEventMessage<?> erased(int customer) {
        return add(customer(customer), new ContactErased(customer(customer), "asked to", NOON));
    }

    /** A rename as it lies in the store, with a payload that is what it should be, or is not. */
    TrackedEventMessage<?> stored(int customer, String payload) {
        return add(
                new SerializedMessage<>(
                        "event " + (all.size() + 1),
                        new LazyDeserializingObject<>(
                                new SimpleSerializedObject<>(payload, String.class, "contact.ProfileNameChanged", "1"),
                                SERIALIZER),
                        new LazyDeserializingObject<>(origin())),
                customer(customer),
                all.size() + 1);
    }

    /** As if an upcaster had learnt to read it. */
    void mend(long position, int customer, String name) {
        all.set(
                (int) position - 1,
                message(new ProfileNameChanged(customer(customer), name, NOON), customer(customer), position));
    }

    List<TrackedEventMessage<?>> all() {
        return List.copyOf(all);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reader(token == null ? 0 : (int) token.position().orElseThrow());
    }

    private TrackedEventMessage<?> add(ContactId stream, Event event) {
        TrackedEventMessage<?> message = message(event, stream, all.size() + 1);
        all.add(message);
        return message;
    }

    private TrackedEventMessage<?> add(SerializedMessage<?> stored, ContactId stream, long position) {
        TrackedEventMessage<?> message = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>("Contact", stream.value(), position, stored, NOON));
        all.add(message);
        return message;
    }

    private static TrackedEventMessage<?> message(Event event, ContactId stream, long position) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "Contact", stream.value(), position, event, origin(), "event " + position, NOON));
    }

    private static MetaData origin() {
        return MetaData.from(new Origin(Facts.TENANT, Actor.SYSTEM, "c", null, null).toMetaData());
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int position;

        Reader(int position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return position < all.size() ? Optional.of(all.get(position)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return all.get(position++);
        }

        @Override
        public void close() {}
    }
}
