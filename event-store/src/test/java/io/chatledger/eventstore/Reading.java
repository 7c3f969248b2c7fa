package io.chatledger.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** What a processor gets. */
final class Reading {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Reading() {}

    static List<TrackedEventMessage<?>> after(EngineUnderTest engine, long position, int count)
            throws InterruptedException {
        return after(engine, new GlobalSequenceTrackingToken(position), count);
    }

    /** As many as are wanted; fewer if the next one does not come. */
    static List<TrackedEventMessage<?>> after(EngineUnderTest engine, @Nullable TrackingToken token, int count)
            throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = engine.store().openStream(token)) {
            return next(stream, count);
        }
    }

    static List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        while (found.size() < count && stream.hasNextAvailable(millisUntil(end), TimeUnit.MILLISECONDS)) {
            found.add(stream.nextAvailable());
        }
        return found;
    }

    static boolean isAtTheEnd(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        return !stream.hasNextAvailable(100, TimeUnit.MILLISECONDS);
    }

    static List<Long> positions(List<TrackedEventMessage<?>> events) {
        return events.stream().map(Reading::position).toList();
    }

    /** All that can be known of them. */
    static List<String> told(List<TrackedEventMessage<?>> events) {
        return events.stream().map(event -> line(position(event), event)).toList();
    }

    /** All that can be known of them if they are stored from the position on. */
    static List<String> told(long position, EventMessage<?>... events) {
        List<String> told = new ArrayList<>();
        for (EventMessage<?> event : events) {
            told.add(line(position + told.size(), event));
        }
        return told;
    }

    private static String line(long position, EventMessage<?> event) {
        return position + " " + told(event);
    }

    static String told(EventMessage<?> event) {
        String stream = event instanceof DomainEventMessage<?> domain
                ? domain.getType() + " " + domain.getAggregateIdentifier() + " " + domain.getSequenceNumber()
                : "no aggregate";
        return String.join(
                "; ",
                stream,
                event.getIdentifier(),
                event.getTimestamp().toString(),
                event.getPayload().toString(),
                new TreeMap<>(event.getMetaData()).toString());
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static int millisUntil(long end) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
