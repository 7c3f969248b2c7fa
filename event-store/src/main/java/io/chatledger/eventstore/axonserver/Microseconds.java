package io.chatledger.eventstore.axonserver;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Axon Server keeps the time of an event in milliseconds, PostgreSQL in microseconds. What is below the millisecond goes
 * along in the metadata and is taken out again, so that an event says the same from either.
 */
final class Microseconds {

    private static final String KEY = "microsecond";

    private Microseconds() {}

    static void put(Instant time, Event.Builder event) {
        long rest = time.truncatedTo(ChronoUnit.MILLIS).until(time, ChronoUnit.MICROS);
        event.setTimestamp(time.toEpochMilli());
        if (rest != 0) {
            event.putMetaData(
                    KEY, MetaDataValue.newBuilder().setNumberValue(rest).build());
        }
    }

    static DomainEventMessage<?> restored(DomainEventMessage<?> event) {
        return event.getMetaData().get(KEY) instanceof Number rest ? domain(event, rest) : event;
    }

    /** Of an event outside of aggregates. */
    static EventMessage<?> restored(EventMessage<?> event) {
        return event.getMetaData().get(KEY) instanceof Number rest ? loose(event, rest) : event;
    }

    private static <T> DomainEventMessage<T> domain(DomainEventMessage<T> event, Number rest) {
        Instant time = time(event, rest);
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), plain(event), () -> time);
    }

    private static <T> EventMessage<T> loose(EventMessage<T> event, Number rest) {
        Instant time = time(event, rest);
        return new GenericEventMessage<>(plain(event), () -> time);
    }

    private static <T> EventMessage<T> plain(EventMessage<T> event) {
        return event.withMetaData(event.getMetaData().withoutKeys(Set.of(KEY)));
    }

    private static Instant time(EventMessage<?> event, Number rest) {
        return event.getTimestamp().plus(rest.longValue(), ChronoUnit.MICROS);
    }
}
