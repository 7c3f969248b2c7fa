package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.report.Metric;

/** Version 2: a clock for humans, which bots do not stop, and one for bots, which both stop. */
record FirstReplyByEach() implements Definition {

    private static final Wait HUMAN = new Wait("first-response-time.2.human");
    private static final Wait BOT = new Wait("first-response-time.2.bot");

    @Override
    public Metric metric() {
        return Metric.FIRST_RESPONSE_TIME_2;
    }

    @Override
    public Seen see(ConversationEvent event, long position, Memory memory) {
        return switch (event) {
            case MessageReceived received ->
                new Seen(BOT.begin(received, position, HUMAN.begin(received, position, memory)), null);
            case MessageQueued reply -> replied(reply, memory);
            case ConversationClosed _, ConversationArchived _, ConversationMerged _ -> new Seen(neither(memory), null);
            default -> new Seen(memory, null);
        };
    }

    private static Seen replied(MessageQueued reply, Memory memory) {
        return switch (reply.author().type()) {
            case agent -> new Seen(neither(memory), HUMAN.until(reply, memory));
            case bot -> new Seen(BOT.stop(memory), BOT.until(reply, memory));
            case system -> new Seen(memory, null);
        };
    }

    private static Memory neither(Memory memory) {
        return BOT.stop(HUMAN.stop(memory));
    }
}
