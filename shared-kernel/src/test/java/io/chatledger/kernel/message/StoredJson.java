package io.chatledger.kernel.message;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** An event as the store has it, read the way the store reads it. */
record StoredJson(String name, int revision, String json) {

    Object read(EventRegistry registry, EventUpcaster upcasters) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(1), entry())),
                        new EventSerializer(registry),
                        upcasters)
                .findFirst()
                .orElseThrow()
                .getPayload();
    }

    private GenericDomainEventEntry<String> entry() {
        return new GenericDomainEventEntry<>(
                "Sample", "acme/sample/1", 0, "event-1", Instant.EPOCH, name, Integer.toString(revision), json, "{}");
    }
}
