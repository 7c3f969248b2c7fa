package io.chatledger.projection.report;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;

/**
 * A version of a metric as a fold over the events that tell of one subject, such as a conversation, in order. It depends
 * on the event and on what was remembered alone. What it counts must never change: a change is a new version of the
 * metric, and a definition more.
 */
interface Definition {

    Metric metric();

    /** What it counts something of. */
    default Subject subject() {
        return Subject.CONVERSATION;
    }

    /** @param position of the event */
    Seen see(Event event, long position, Memory memory);
}
