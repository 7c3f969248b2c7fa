package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.metric.Figure;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts events, each by itself. */
record Tally(Metric metric, Function<Event, @Nullable Figure> figure) implements MetricDefinition {

    static final Tally MESSAGES_IN_1 = new Tally(ConversationMetrics.MESSAGES_IN_1, Tally::in);

    static final MetricDefinition MESSAGES_IN_2 =
            new ProperMessages(new Tally(ConversationMetrics.MESSAGES_IN_2, Tally::in));

    static final Tally MESSAGES_OUT_1 = new Tally(ConversationMetrics.MESSAGES_OUT_1, Tally::out);

    static final MetricDefinition MESSAGES_OUT_2 =
            new ProperMessages(new Tally(ConversationMetrics.MESSAGES_OUT_2, Tally::out));

    static final Tally OPENED = new Tally(ConversationMetrics.OPENED_1, Tally::opened);

    static final Tally RESOLVED = new Tally(
            ConversationMetrics.RESOLVED_1,
            event -> event instanceof ConversationClosed closed ? Figure.one(closed.at()) : null);

    @Override
    public MetricSubject subject() {
        return ConversationSubject.ONLY;
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return new Seen(memory, figure.apply(event));
    }

    private static @Nullable Figure in(Event event) {
        return event instanceof MessageReceived received ? Figure.one(received.at()) : null;
    }

    private static @Nullable Figure out(Event event) {
        return event instanceof MessageQueued queued ? Figure.one(queued.at(), Wait.who(queued)) : null;
    }

    private static @Nullable Figure opened(Event event) {
        return switch (event) {
            case ConversationOpened opened -> Figure.one(opened.at(), "new");
            case ConversationReopened reopened -> Figure.one(reopened.at(), "reopened");
            default -> null;
        };
    }
}
