package io.chatledger.kernel.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.feature.Effect;
import io.chatledger.kernel.feature.Effect.Outcome;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.RevisionUpcaster;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What customer and business write to each other. */
public final class ConversationFeature implements Feature {

    /** Of all conversations of before events named it. */
    private static final String ONLY_PROVIDER = "cloud_api";

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public String about() {
        return "What customer and business write to each other, who may answer, and what became of each"
                + " message. Message statuses have streams of their own, one for each message of the provider.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(ConversationEvent.class);
    }

    @Override
    public List<RevisionUpcaster> upcasters() {
        return List.of(
                // Notes did not say whom they are about.
                new RevisionUpcaster("conversation.NoteAdded", 1, json -> json.putNull("contactId")),
                // The provider's ids of messages, which hold the customer's number, were not sealed.
                new RevisionUpcaster("conversation.MessageReceived", 1, json -> {}),
                new RevisionUpcaster("conversation.MessageQueued", 1, json -> {}),
                new RevisionUpcaster(
                        "conversation.MessageAccepted",
                        1,
                        json -> json.putNull("contactId").putNull("messageKey")),
                new RevisionUpcaster("conversation.StatusReported", 1, ConversationFeature::withoutNumbers),
                // An endpoint went by WhatsApp's name for it.
                new RevisionUpcaster("conversation.ConversationOpened", 1, ConversationFeature::withEndpoint),
                new RevisionUpcaster("conversation.MessageReceived", 2, ConversationFeature::withEndpoint),
                new RevisionUpcaster("conversation.MessageQueued", 2, ConversationFeature::withEndpoint),
                new RevisionUpcaster("conversation.StatusReported", 2, ConversationFeature::withEndpoint),
                new RevisionUpcaster("conversation.PaymentReported", 1, ConversationFeature::withEndpoint),
                // There was only one provider, and so one rule for the window.
                new RevisionUpcaster("conversation.ConversationAbsorbed", 1, ConversationFeature::withProvider),
                new RevisionUpcaster("conversation.ConversationSeparated", 1, ConversationFeature::withProvider));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("conversations.read", Role.agent, Role.auditor),
                Permission.of("conversations.write", Role.agent));
    }

    @Override
    public List<Effect<?>> effects() {
        return List.of(
                sending(SendingStarted.class, Outcome.PENDING, e -> key(e.conversationId(), e.messageId())),
                sending(MessageAccepted.class, Outcome.ACCEPTED, e -> key(e.conversationId(), e.messageId())),
                sending(MessageFailed.class, Outcome.REFUSED, e -> key(e.conversationId(), e.messageId())),
                sending(SendingDeferred.class, Outcome.NOT_SENT, e -> key(e.conversationId(), e.messageId())),
                sending(OutcomeLost.class, Outcome.UNKNOWN, e -> key(e.conversationId(), e.messageId())));
    }

    @Override
    public List<Metric> metrics() {
        return ConversationMetrics.all();
    }

    private static <E extends Event> Effect<E> sending(Class<E> event, Outcome outcome, Function<E, String> key) {
        return new Effect<>(event, "message", outcome, key);
    }

    private static String key(ConversationId conversation, MessageId message) {
        return conversation.key() + ":" + message;
    }

    private static void withEndpoint(ObjectNode json) {
        json.set("endpoint", withProvider(json.objectNode()).set("id", json.remove("phoneNumberId")));
    }

    private static ObjectNode withProvider(ObjectNode json) {
        return json.put("provider", ONLY_PROVIDER);
    }

    /** Statuses repeated the recipient's number, also within the provider's id of the message. */
    private static void withoutNumbers(ObjectNode statusReported) {
        statusReported.remove("providerMessageId");
        ((ObjectNode) statusReported.path("status")).remove("recipient");
    }
}
