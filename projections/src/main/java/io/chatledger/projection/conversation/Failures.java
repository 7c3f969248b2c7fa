package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.metric.Figure;
import io.chatledger.projection.metric.Mark;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts a message that failed once, although its failure may be known twice: a provider's report of a message whose
 * sending was not settled also settles it.
 */
record Failures() implements MetricDefinition {

    /** A message's failure is not told again after so many others of its conversation. */
    private static final int REMEMBERED = 100;

    private static final String PREFIX = "delivery-failures.1/";

    @Override
    public Metric metric() {
        return ConversationMetrics.DELIVERY_FAILURES_1;
    }

    @Override
    public MetricSubject subject() {
        return ConversationSubject.ONLY;
    }

    @Override
    public Seen see(Event event, long position, Memory memory) {
        return switch (event) {
            case MessageFailed failed ->
                failed(failed.messageId().toString(), failed.error(), failed.at(), position, memory);
            case StatusReported reported
            when isFailure(reported) ->
                failed(message(reported), reported.status().error(), reported.at(), position, memory);
            default -> new Seen(memory);
        };
    }

    static boolean isFailure(StatusReported event) {
        return event.status().status().equals("failed");
    }

    private static Seen failed(String message, @Nullable SendError error, Instant at, long position, Memory memory) {
        String name = PREFIX + message;
        if (memory.of(name) != null) {
            return new Seen(memory);
        }
        String cause = error == null ? "unknown" : error.reason();
        return new Seen(memory.with(name, new Mark(at, position)).keeping(REMEMBERED, PREFIX), Figure.one(at, cause));
    }

    private static String message(StatusReported event) {
        MessageId ours = event.messageId();
        return ours == null ? event.messageKey().key() : ours.toString();
    }
}
