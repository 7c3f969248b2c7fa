package io.chatledger.kernel.message;

import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Brings events of older revisions up to today's, one revision a step. */
public final class EventUpcasters {

    private EventUpcasters() {}

    /** What the event store reads through. */
    public static EventUpcasterChain chain(List<RevisionUpcaster> steps) {
        // An event passes the chain once: the step from 1 must come before the step from 2.
        return new EventUpcasterChain(steps.stream()
                .sorted(Comparator.comparingInt(RevisionUpcaster::revision))
                .toList());
    }
}
