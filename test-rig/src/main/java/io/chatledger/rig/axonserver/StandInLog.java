package io.chatledger.rig.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** What Axon Server remembers, and its rules for what may be added. */
public final class StandInLog {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final List<Event> snapshots = new ArrayList<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    /** All or none: the sequence of each aggregate goes on by one from event to event. */
    void append(List<Event> added) {
        synchronized (this) {
            Map<String, Long> reached = new HashMap<>();
            for (Event event : added) {
                String aggregate = event.getAggregateIdentifier();
                if (!aggregate.isEmpty()) {
                    long expected = reached.getOrDefault(aggregate, highest(aggregate)) + 1;
                    verify(event, expected);
                    reached.put(aggregate, expected);
                }
            }
            events.addAll(added);
            highest.putAll(reached);
        }
        listeners.forEach(Runnable::run);
    }

    private static void verify(Event event, long expected) {
        if (event.getAggregateSequenceNumber() != expected) {
            Metadata trailers = new Metadata();
            trailers.put(CODE, "AXONIQ-2000");
            throw new StatusRuntimeException(
                    Status.OUT_OF_RANGE.withDescription("[AXONIQ-2000] Invalid sequence number "
                            + event.getAggregateSequenceNumber() + " for aggregate " + event.getAggregateIdentifier()
                            + ", expected " + expected),
                    trailers);
        }
    }

    /** The one that was stored last stands first, whatever its sequence number, as at the real one. */
    synchronized void keep(Event snapshot) {
        snapshots.addFirst(snapshot.toBuilder().setSnapshot(true).build());
    }

    synchronized List<Event> snapshots(String aggregate, long from, long to, int atMost) {
        return snapshots.stream()
                .filter(one -> one.getAggregateIdentifier().equals(aggregate))
                .filter(one -> one.getAggregateSequenceNumber() >= from && one.getAggregateSequenceNumber() <= to)
                .limit(atMost > 0 ? atMost : Long.MAX_VALUE)
                .toList();
    }

    synchronized List<Event> of(String aggregate, long from, long to) {
        return events.stream()
                .filter(one -> one.getAggregateIdentifier().equals(aggregate))
                .filter(one -> one.getAggregateSequenceNumber() >= from && one.getAggregateSequenceNumber() <= to)
                .toList();
    }

    /** From an index on, which begins at 0. */
    synchronized List<Event> from(long index, long atMost) {
        long end = Math.min(events.size(), index + atMost);
        return index >= end ? List.of() : List.copyOf(events.subList((int) index, (int) end));
    }

    /** -1 where there is none. */
    synchronized long highest(String aggregate) {
        return highest.getOrDefault(aggregate, -1L);
    }

    /** -1 where there is none. */
    public synchronized long last() {
        return events.size() - 1L;
    }

    /** Of the first event at or after the time; one past the last where there is none. */
    synchronized long at(long epochMillis) {
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index).getTimestamp() >= epochMillis) {
                return index;
            }
        }
        return events.size();
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
