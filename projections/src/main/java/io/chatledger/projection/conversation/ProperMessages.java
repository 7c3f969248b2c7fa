package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.Standing;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;

/**
 * Another definition, without what is no message of its own: a reaction and its removal, the revoking of a message, the
 * provider's word about the customer.
 */
record ProperMessages(Definition counted) implements Definition {

    @Override
    public Metric metric() {
        return counted.metric();
    }

    @Override
    public Subject subject() {
        return counted.subject();
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        boolean told = switch (event) {
            case MessageReceived received ->
                Standing.of(received.content().type()).speaks();
            case MessageQueued queued -> Standing.of(queued.content().type()).speaks();
            default -> true;
        };
        return told ? counted.see(event, position, memory) : new Seen(memory, null);
    }
}
