package io.chatledger.app.store.postgres;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;

/** The events of one command on their way into the store: all of them or none. */
record Append(List<EventRow> rows, CompletableFuture<Long> position) {

    Append(List<EventRow> rows) {
        this(rows, new CompletableFuture<>());
    }

    /** Somebody else has written to the same stream first. */
    void conflict() {
        EventRow first = rows.getFirst();
        position.completeExceptionally(new ConcurrencyException("Another event is already at " + first.aggregateId()
                + " or a stream written with it, sequence " + first.sequence()));
    }
}
