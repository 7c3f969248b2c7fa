package io.chatledger.eventstore.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A reader's way through the store, from a position on. Belongs to one thread at a time. */
final class EventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;
    private final Deque<TrackedEventMessage<?>> portion = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable callback;

    EventStream(PostgresEventStorageEngine engine, EventTail tail, long position) {
        this.engine = engine;
        this.tail = tail;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (portion.isEmpty()) {
            portion.addAll(engine.after(position));
        }
        return Optional.ofNullable(portion.peekFirst());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return peek().isPresent() || (tail.awaitAfter(position, timeout, unit) && peek().isPresent());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            // Waiting is bounded so that an interrupt is always seen.
        }
        TrackedEventMessage<?> next = portion.removeFirst();
        position = PostgresEventStorageEngine.positionOf(next.trackingToken());
        return next;
    }

    @Override
    public void close() {
        if (callback != null) {
            tail.forget(callback);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        close();
        callback = onAvailable;
        tail.listen(onAvailable);
        return true;
    }
}
