package io.chatledger.projection.metric;

import io.chatledger.kernel.message.Event;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What definitions count something of: what is remembered of each of them has a row of its own. */
public interface MetricSubject {

    /** Lower case letters; no two have the same. */
    String name();

    /** The families that tell of it, or single events. */
    Set<Class<? extends Event>> events();

    /** Which of them an event tells of, an id of a stream; null where it tells of none. */
    @Nullable
    String id(Event event);

    /** The channel on which it is from now on, by its id; null where the event names none. */
    default @Nullable String channel(Event event) {
        return null;
    }

    /** The conversation in which that happened, by its id; null where it did not happen in one. */
    default @Nullable String conversation(Event event) {
        return null;
    }
}
