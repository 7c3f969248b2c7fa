package io.chatledger.projection.deadletter;

import io.chatledger.projection.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads single events of the history, through whatever upcasters there are by now. */
final class StoredEvents {

    private static final int NEAR = 500;
    private static final int PATIENCE_SECONDS = 30;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    StoredEvents(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    /** @param positions ascending, of events that exist */
    List<Happening> at(List<Long> positions) {
        List<Happening> found = new ArrayList<>();
        int next = 0;
        while (next < positions.size()) {
            int end = next + 1;
            while (end < positions.size() && positions.get(end) - positions.get(end - 1) < NEAR) {
                end++;
            }
            read(positions.subList(next, end), found);
            next = end;
        }
        return found;
    }

    private void read(List<Long> positions, List<Happening> found) {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                source.openStream(new GlobalSequenceTrackingToken(positions.getFirst() - 1))) {
            for (long position : positions) {
                found.add(Happening.of(upTo(position, stream)));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static TrackedEventMessage<?> upTo(long position, BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        while (stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            if (Fact.positionOf(message) >= position) {
                return message;
            }
        }
        throw new IllegalStateException("the history has no event at " + position);
    }
}
