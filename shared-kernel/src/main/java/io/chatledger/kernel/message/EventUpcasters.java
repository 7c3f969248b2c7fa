package io.chatledger.kernel.message;

import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import tools.jackson.databind.node.ObjectNode;

/** Brings events of older revisions up to today's, one revision a step. */
public final class EventUpcasters {

    /** The steps of all events. */
    static final List<RevisionUpcaster> STEPS = List.of(
            // Notes did not say whom they are about.
            new RevisionUpcaster("conversation.NoteAdded", 1, json -> json.putNull("contactId")),
            // Statuses repeated the recipient's number, which nothing needed.
            new RevisionUpcaster(
                    "conversation.StatusReported", 1, json -> ((ObjectNode) json.path("status")).remove("recipient")));

    private EventUpcasters() {}

    /** What the event store reads through. */
    public static EventUpcasterChain chain() {
        return chain(STEPS);
    }

    static EventUpcasterChain chain(List<RevisionUpcaster> steps) {
        // An event passes the chain once: the step from 1 must come before the step from 2.
        return new EventUpcasterChain(steps.stream()
                .sorted(Comparator.comparingInt(RevisionUpcaster::revision))
                .toList());
    }
}
