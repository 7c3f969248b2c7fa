package io.chatledger.eventstore.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The newest events without a gap, as many as a ring and a bound on their size let be. Not safe for many threads. */
final class NewestEvents {

    private static final int KEPT = 2048;
    private static final long CHARACTERS_KEPT = 32L << 20;

    /** The event at a position is kept at that position's remainder. */
    private final @Nullable TrackedEventMessage<?>[] ring = new TrackedEventMessage<?>[KEPT];

    private final int[] characters = new int[KEPT];
    private long charactersKept;
    private long oldest = 1;
    private long newest;

    /** @param first their first position; what was kept ends just before it, or is forgotten */
    void add(List<EventRow> rows, long first) {
        if (first != newest + 1) {
            forgetUpTo(first - 1);
        }
        put(rows, first);
        newest += rows.size();
        oldest = Math.max(oldest, newest - KEPT + 1);
        while (charactersKept > CHARACTERS_KEPT && oldest < newest) {
            put(oldest++, null, 0);
        }
    }

    /** What has been told of before it was here. Of use only where it joins on. */
    void addLate(List<EventRow> rows, long first) {
        if (first + rows.size() == oldest && first > newest - KEPT) {
            put(rows, first);
            oldest = first;
        }
    }

    /** There are newer ones that are not here. */
    void forgetUpTo(long position) {
        if (charactersKept > 0) {
            Arrays.fill(ring, null);
            Arrays.fill(characters, 0);
            charactersKept = 0;
        }
        oldest = position + 1;
        newest = position;
    }

    /** What follows a position; empty if that is no longer here, or not yet. */
    List<TrackedEventMessage<?>> after(long position, int atMost) {
        if (position + 1 < oldest || position >= newest) {
            return List.of();
        }
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        long end = Math.min(newest, position + atMost);
        for (long next = position + 1; next <= end; next++) {
            found.add(Objects.requireNonNull(ring[(int) (next % KEPT)]));
        }
        return found;
    }

    private void put(List<EventRow> rows, long first) {
        long position = first;
        for (EventRow row : rows) {
            put(position, tracked(row.message(), position), row.characters());
            position++;
        }
    }

    private void put(long position, @Nullable TrackedEventMessage<?> event, int size) {
        int slot = (int) (position % KEPT);
        ring[slot] = event;
        charactersKept += size - characters[slot];
        characters[slot] = size;
    }

    private static TrackedEventMessage<?> tracked(EventMessage<?> message, long position) {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(position);
        return message instanceof DomainEventMessage<?> event
                ? new GenericTrackedDomainEventMessage<>(token, event)
                : new GenericTrackedEventMessage<>(token, message);
    }
}
