package io.chatledger.app.store.postgres;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;

/** The events of one command on their way into the store: all of them or none. */
record Append(List<EventRow> rows, int characters, CompletableFuture<Long> position) {

    Append(List<EventRow> rows) {
        this(rows, rows.stream().mapToInt(EventRow::characters).sum(), new CompletableFuture<>());
    }

    List<Place> places() {
        return rows.stream().map(Place::of).toList();
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
