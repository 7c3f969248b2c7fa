package io.chatledger.projection.replay;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** All events there are, by position. */
final class History {

    /** What was asked for is stored, so a wait this long means that the store does not answer. */
    private static final int PATIENCE_SECONDS = 30;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    History(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    /** Position of the newest event. */
    long head() {
        return positionOf(source.createHeadToken());
    }

    /** @param family the events to hand out; all others are counted and left out */
    Reading read(Class<? extends Event> family) {
        return new Reading(family);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? StoredPositions.NONE : token.position().orElse(StoredPositions.NONE);
    }

    /** A walk through the history from its beginning. */
    final class Reading implements AutoCloseable {
        private final Class<? extends Event> family;
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final long start;
        private long position;

        private Reading(Class<? extends Event> family) {
            TrackingToken tail = source.createTailToken();
            this.family = family;
            this.start = positionOf(tail);
            this.position = start;
            this.stream = source.openStream(tail);
        }

        /** Of the last event read. */
        long position() {
            return position;
        }

        /** How many events there are from the beginning to a position. */
        long countTo(long end) {
            return Math.max(0, end - start);
        }

        /** The next events, up to a position that exists; empty once it is reached. */
        Batch next(long end, int size) {
            List<Fact> facts = new ArrayList<>();
            int count = 0;
            while (position < end && count < size) {
                TrackedEventMessage<?> message = next();
                position = message.trackingToken().position().orElseThrow();
                Fact.of(message, family).ifPresent(facts::add);
                count++;
            }
            return new Batch(facts, count);
        }

        private TrackedEventMessage<?> next() {
            try {
                if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the history ends too early, at " + position);
                }
                return stream.nextAvailable();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    /** @param count of all events read, those of other families included */
    record Batch(List<Fact> facts, int count) {}
}
