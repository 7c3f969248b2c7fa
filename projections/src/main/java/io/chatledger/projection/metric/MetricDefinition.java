package io.chatledger.projection.metric;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;

/**
 * A version of a metric as a fold over the events that tell of one subject, such as a conversation, in order. It depends
 * on the event and on what was remembered alone. What it counts must never change: a change is a new version of the
 * metric, and a definition more.
 */
public interface MetricDefinition {

    /** As its feature declares it. */
    Metric metric();

    /** What it counts something of. */
    MetricSubject subject();

    /**
     * @param event one that tells of the subject
     * @param position of the event
     * @param memory of all definitions with that subject; what a definition remembers has names that begin with the
     *     metric's id and version
     */
    Seen see(Event event, long position, Memory memory);
}
