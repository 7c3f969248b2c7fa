package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.report.Metric;

/**
 * A version of a metric as a fold over the events of one conversation, in order. It depends on the event and on what was
 * remembered alone. What it counts must never change: a change is a new version of the metric, and a definition more.
 */
interface Definition {

    Metric metric();

    /** @param position of the event */
    Seen see(ConversationEvent event, long position, Memory memory);
}
