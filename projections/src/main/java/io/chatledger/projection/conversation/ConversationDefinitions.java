package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricDefinitions;
import java.util.List;

/** What is counted of conversations. */
public final class ConversationDefinitions implements MetricDefinitions {

    @Override
    public List<MetricDefinition> all() {
        return List.of(
                Tally.MESSAGES_IN_1,
                Tally.MESSAGES_IN_2,
                Tally.MESSAGES_OUT_1,
                Tally.MESSAGES_OUT_2,
                new FirstReply(),
                new FirstReplyByEach(ConversationMetrics.FIRST_RESPONSE_TIME_2),
                new ProperMessages(new FirstReplyByEach(ConversationMetrics.FIRST_RESPONSE_TIME_3)),
                Tally.OPENED,
                Tally.RESOLVED,
                new Failures());
    }
}
