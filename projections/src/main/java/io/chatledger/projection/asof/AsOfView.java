package io.chatledger.projection.asof;

import java.time.Instant;
import java.util.UUID;

/**
 * A view of the past that is there to be read; it stays there until it is closed.
 *
 * @param schema that has its tables
 * @param moment by which whatever depends on time is judged
 */
public record AsOfView(UUID id, String schema, Instant moment, Runnable leave) implements AutoCloseable {

    @Override
    public void close() {
        leave.run();
    }
}
