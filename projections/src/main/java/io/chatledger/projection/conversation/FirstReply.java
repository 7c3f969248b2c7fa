package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;

/** Version 1: one clock, and any reply stops it. */
record FirstReply() implements MetricDefinition {

    private static final Wait ANYBODY = new Wait("first-response-time.1");

    @Override
    public Metric metric() {
        return ConversationMetrics.FIRST_RESPONSE_TIME_1;
    }

    @Override
    public MetricSubject subject() {
        return ConversationSubject.ONLY;
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return switch (event) {
            case MessageReceived received -> new Seen(ANYBODY.begin(received, position, memory));
            case MessageQueued reply
            when reply.author().type() != Author.Type.system ->
                new Seen(ANYBODY.stop(memory), ANYBODY.until(reply, memory));
            default -> new Seen(memory);
        };
    }
}
