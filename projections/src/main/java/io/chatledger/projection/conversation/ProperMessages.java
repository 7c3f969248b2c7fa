package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.Standing;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;

/**
 * Another definition, without what is no message of its own: a reaction and its removal, the revoking of a message, the
 * provider's word about the customer.
 */
record ProperMessages(MetricDefinition counted) implements MetricDefinition {

    @Override
    public Metric metric() {
        return counted.metric();
    }

    @Override
    public MetricSubject subject() {
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
        return told ? counted.see(event, position, memory) : new Seen(memory);
    }
}
