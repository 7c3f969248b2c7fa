package io.chatledger.eventstore.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The events of one command on their way into the store: all of them or none.
 *
 * @param submittedAt when its command began to wait, by {@link System#nanoTime}
 */
record Append(List<EventRow> rows, int characters, long submittedAt, CompletableFuture<Long> position) {

    Append(List<EventRow> rows) {
        this(rows, rows.stream().mapToInt(EventRow::characters).sum(), System.nanoTime(), new CompletableFuture<>());
    }

    List<Place> places() {
        return rows.stream().map(Place::of).toList();
    }

    /** Adds its places to those that are wanted; whether none of them was among these before. */
    boolean hasItsPlaces(Set<Place> wanted) {
        List<Place> added = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            Place place = Place.of(row);
            if (!wanted.add(place)) {
                added.forEach(wanted::remove); // a rival of its own rival may still have them
                return false;
            }
            added.add(place);
        }
        return true;
    }

    /** Somebody else has written to the same stream first. */
    void conflict() {
        EventRow first = rows.getFirst();
        position.completeExceptionally(new ConcurrencyException("Another event is already at " + first.aggregateId()
                + " or a stream written with it, sequence " + first.sequence()));
    }

    /** A place in a stream that only one event can have. */
    record Place(String aggregateId, long sequence) {
        static Place of(EventRow row) {
            return new Place(row.aggregateId(), row.sequence());
        }
    }
}
