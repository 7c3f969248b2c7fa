package io.chatledger.eventstore.postgres;

import java.time.Instant;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;

/** An event outside of any aggregate. Axon takes whatever is {@code DomainEventData} for one of an aggregate. */
record LooseEvent(TrackingToken trackingToken, EventData<String> stored) implements TrackedEventData<String> {

    @Override
    public String getEventIdentifier() {
        return stored.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return stored.getTimestamp();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return stored.getMetaData();
    }

    @Override
    public SerializedObject<String> getPayload() {
        return stored.getPayload();
    }
}
