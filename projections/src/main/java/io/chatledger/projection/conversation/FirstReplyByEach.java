package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;

/**
 * Versions 2 and 3: a clock for humans, which bots do not stop, and one for bots, which both stop.
 *
 * @param metric the version; each has clocks of its own
 */
record FirstReplyByEach(Metric metric, Wait human, Wait bot) implements MetricDefinition {

    FirstReplyByEach(Metric metric) {
        this(metric, clock(metric, "human"), clock(metric, "bot"));
    }

    private static Wait clock(Metric metric, String whose) {
        return new Wait(metric.id() + "." + metric.version() + "." + whose);
    }

    @Override
    public MetricSubject subject() {
        return ConversationSubject.ONLY;
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return switch (event) {
            case MessageReceived received ->
                new Seen(bot.begin(received, position, human.begin(received, position, memory)));
            case MessageQueued reply -> replied(reply, memory);
            case ConversationClosed _, ConversationArchived _, ConversationMerged _ -> new Seen(neither(memory));
            default -> new Seen(memory);
        };
    }

    private Seen replied(MessageQueued reply, Memory memory) {
        return switch (reply.author().type()) {
            case agent -> new Seen(neither(memory), human.until(reply, memory));
            case bot -> new Seen(bot.stop(memory), bot.until(reply, memory));
            case system -> new Seen(memory);
        };
    }

    private Memory neither(Memory memory) {
        return bot.stop(human.stop(memory));
    }
}
