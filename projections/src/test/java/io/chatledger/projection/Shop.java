package io.chatledger.projection;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SimpleSerializedObject;

/** A history of customers and their names, each a stream and a row of its own; positions count from 1. */
public final class Shop {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EventSerializer SERIALIZER =
            new EventSerializer(Features.builtIn().registry());

    private final RecordedEvents history = new RecordedEvents();

    public static ContactId customer(int number) {
        return ContactId.of(Facts.TENANT, new UUID(7, number));
    }

    public TrackedEventMessage<?> created(int customer) {
        return add(new ContactCreated(customer(customer), "Ana " + customer, NOON));
    }

    public TrackedEventMessage<?> renamed(int customer, String name) {
        return add(new ProfileNameChanged(customer(customer), name, NOON));
    }

    public TrackedEventMessage<?> erased(int customer) {
        return add(new ContactErased(customer(customer), "asked to", 0, NOON));
    }

    /** A rename as it lies in the store, with a payload that is what it should be, or is not. */
    public TrackedEventMessage<?> stored(int customer, String payload) {
        return stored(customer, payload, 1);
    }

    /** The same, of any revision. */
    public TrackedEventMessage<?> stored(int customer, String payload, int revision) {
        Origin origin = new Origin(Facts.TENANT, Actor.SYSTEM, "c", null, null);
        SerializedMessage<?> stored = new SerializedMessage<>(
                "event " + next(),
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(
                                payload, String.class, "contact.ProfileNameChanged", Integer.toString(revision)),
                        SERIALIZER),
                new LazyDeserializingObject<>(MetaData.from(origin.toMetaData())));
        return history.add(new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(next()),
                new GenericDomainEventMessage<>("Contact", customer(customer).value(), next(), stored, NOON)));
    }

    /** As if an upcaster had learnt to read it. */
    public void mend(int position, int customer, String name) {
        history.mend(position, new Fact(Facts.TENANT, new ProfileNameChanged(customer(customer), name, NOON)));
    }

    public RecordedEvents history() {
        return history;
    }

    public List<TrackedEventMessage<?>> all() {
        return history.all();
    }

    private TrackedEventMessage<?> add(Event event) {
        return history.record(new Fact(Facts.TENANT, event));
    }

    private int next() {
        return history.all().size() + 1;
    }
}
