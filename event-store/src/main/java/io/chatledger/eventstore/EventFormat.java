package io.chatledger.eventstore;

import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * What a process writes and understands.
 *
 * @param events writes events, as JSON, and reads the streams of aggregates
 * @param history reads events for whoever goes through the history
 * @param snapshots writes and reads snapshots, as JSON
 * @param understood which snapshots can be read; of others the events are
 * @param upcasters bring events of older revisions up to today's
 */
public record EventFormat(
        Serializer events,
        Serializer history,
        Serializer snapshots,
        SnapshotFilter understood,
        EventUpcaster upcasters) {

    /** One serializer for everything, and nothing to be brought up to date. */
    public static EventFormat of(Serializer serializer) {
        return new EventFormat(
                serializer, serializer, serializer, SnapshotFilter.allowAll(), NoOpEventUpcaster.INSTANCE);
    }

    /** @param reader one that reads what {@link #events} writes */
    public EventFormat withHistory(Serializer reader) {
        return new EventFormat(events, reader, snapshots, understood, upcasters);
    }

    public EventFormat withSnapshots(Serializer serializer, SnapshotFilter filter) {
        return new EventFormat(events, history, serializer, filter, upcasters);
    }

    public EventFormat withUpcasters(EventUpcaster steps) {
        return new EventFormat(events, history, snapshots, understood, steps);
    }
}
