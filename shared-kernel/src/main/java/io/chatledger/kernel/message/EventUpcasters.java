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
            // The provider's ids of messages, which hold the customer's number, were not sealed.
            new RevisionUpcaster("conversation.MessageReceived", 1, json -> {}),
            new RevisionUpcaster("conversation.MessageQueued", 1, json -> {}),
            new RevisionUpcaster(
                    "conversation.MessageAccepted",
                    1,
                    json -> json.putNull("contactId").putNull("messageKey")),
            new RevisionUpcaster("conversation.StatusReported", 1, EventUpcasters::withoutNumbers),
            // Erasures did not say up to which webhook body they reach.
            new RevisionUpcaster("contact.ContactErased", 1, json -> json.put("upToArrival", 0)),
            new RevisionUpcaster("contact.IdentityReleased", 1, json -> json.put("upToArrival", 0)),
            // Merges did not say on which channels conversations go on elsewhere.
            new RevisionUpcaster("contact.ContactMerged", 1, json -> json.putArray("channels")));

    private EventUpcasters() {}

    /** Statuses repeated the recipient's number, also within the provider's id of the message. */
    private static void withoutNumbers(ObjectNode statusReported) {
        statusReported.remove("providerMessageId");
        ((ObjectNode) statusReported.path("status")).remove("recipient");
    }

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
