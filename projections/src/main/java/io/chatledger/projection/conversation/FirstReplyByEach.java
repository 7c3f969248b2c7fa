package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;

/**
 * Versions 2 and 3: a clock for humans, which bots do not stop, and one for bots, which both stop.
 *
 * @param metric the version; each has clocks of its own
 */
record FirstReplyByEach(Metric metric, Wait human, Wait bot) implements Definition {

    FirstReplyByEach(Metric metric) {
        this(metric, clock(metric, "human"), clock(metric, "bot"));
    }

    private static Wait clock(Metric metric, String whose) {
        return new Wait(metric.id() + "." + metric.version() + "." + whose);
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return switch (event) {
            case MessageReceived received ->
                new Seen(bot.begin(received, position, human.begin(received, position, memory)), null);
            case MessageQueued reply -> replied(reply, memory);
            case ConversationClosed _, ConversationArchived _, ConversationMerged _ -> new Seen(neither(memory), null);
            default -> new Seen(memory, null);
        };
    }

    private Seen replied(MessageQueued reply, Memory memory) {
        return switch (reply.author().type()) {
            case agent -> new Seen(neither(memory), human.until(reply, memory));
            case bot -> new Seen(bot.stop(memory), bot.until(reply, memory));
            case system -> new Seen(memory, null);
        };
    }

    private Memory neither(Memory memory) {
        return bot.stop(human.stop(memory));
    }
}
