package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts events, each by itself. */
record Tally(Metric metric, Function<Event, @Nullable Figure> figure) implements Definition {

    static final Tally MESSAGES_IN_1 = new Tally(Metric.MESSAGES_IN_1, Tally::in);

    static final Definition MESSAGES_IN_2 = new ProperMessages(new Tally(Metric.MESSAGES_IN_2, Tally::in));

    static final Tally MESSAGES_OUT_1 = new Tally(Metric.MESSAGES_OUT_1, Tally::out);

    static final Definition MESSAGES_OUT_2 = new ProperMessages(new Tally(Metric.MESSAGES_OUT_2, Tally::out));

    static final Tally OPENED = new Tally(Metric.CONVERSATIONS_OPENED_1, Tally::opened);

    static final Tally RESOLVED = new Tally(
            Metric.CONVERSATIONS_RESOLVED_1,
            event -> event instanceof ConversationClosed closed ? Figure.one(closed.at()) : null);

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
