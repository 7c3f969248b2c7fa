package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;

/** Version 1: one clock, and any reply stops it. */
record FirstReply() implements Definition {

    private static final Wait ANYBODY = new Wait("first-response-time.1");

    @Override
    public Metric metric() {
        return Metric.FIRST_RESPONSE_TIME_1;
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return switch (event) {
            case MessageReceived received -> new Seen(ANYBODY.begin(received, position, memory), null);
            case MessageQueued reply
            when reply.author().type() != Author.Type.system ->
                new Seen(ANYBODY.stop(memory), ANYBODY.until(reply, memory));
            default -> new Seen(memory, null);
        };
    }
}
