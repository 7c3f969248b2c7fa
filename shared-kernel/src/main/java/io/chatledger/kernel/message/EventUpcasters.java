package io.chatledger.kernel.message;

import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import tools.jackson.databind.node.ObjectNode;

/** Brings events of older revisions up to today's, one revision a step. */
public final class EventUpcasters {

    /** Of all channels that were connected before events said it. */
    private static final String ONLY_PROVIDER = "cloud_api";

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
            new RevisionUpcaster("contact.ContactMerged", 1, json -> json.putArray("channels")),
            // There was only one provider, and an endpoint went by WhatsApp's name for it.
            new RevisionUpcaster("channel.ChannelConnected", 1, EventUpcasters::ofEndpoint),
            new RevisionUpcaster("conversation.ConversationOpened", 1, EventUpcasters::withEndpoint),
            new RevisionUpcaster("conversation.MessageReceived", 2, EventUpcasters::withEndpoint),
            new RevisionUpcaster("conversation.MessageQueued", 2, EventUpcasters::withEndpoint),
            new RevisionUpcaster("conversation.StatusReported", 2, EventUpcasters::withEndpoint),
            new RevisionUpcaster("conversation.PaymentReported", 1, EventUpcasters::withEndpoint),
            new RevisionUpcaster("conversation.ConversationAbsorbed", 1, json -> json.put("provider", ONLY_PROVIDER)),
            new RevisionUpcaster("conversation.ConversationSeparated", 1, json -> json.put("provider", ONLY_PROVIDER)));

    private EventUpcasters() {}

    /** Statuses repeated the recipient's number, also within the provider's id of the message. */
    private static void withoutNumbers(ObjectNode statusReported) {
        statusReported.remove("providerMessageId");
        ((ObjectNode) statusReported.path("status")).remove("recipient");
    }

    private static void withEndpoint(ObjectNode json) {
        json.putObject("endpoint").put("provider", ONLY_PROVIDER).set("id", json.remove("phoneNumberId"));
    }

    private static void ofEndpoint(ObjectNode connected) {
        ObjectNode endpoint = connected.putObject("endpoint");
        endpoint.set("provider", connected.remove("provider"));
        endpoint.set("id", connected.remove("phoneNumberId"));
        connected.set("endpointClaim", connected.remove("numberClaim"));
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
