package io.chatledger.eventstore;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history as rebuilds and views of the past read it: in order of position, many events at a time, and only those that are wanted. */
public interface EventLog {

    /** The position before the first event. */
    long beginning();

    /** Position of the newest event. */
    long head();

    /** Holds a connection until it is closed. */
    Pages read(Stretch stretch);

    /**
     * A part of the history.
     *
     * @param after the position before the first event
     * @param upTo the last position; an event that exists
     * @param tenant whose events; null for those of all
     * @param families the events to hand out, each a class or what several have in common; all others are passed over
     *     unread
     */
    record Stretch(long after, long upTo, @Nullable String tenant, Set<? extends Class<?>> families) {

        boolean wants(Class<?> type) {
            return families.stream().anyMatch(family -> family.isAssignableFrom(type));
        }
    }

    /** A walk through a stretch, for one thread. */
    interface Pages extends AutoCloseable {

        /** The next events; null once the end of the stretch is reached. */
        @Nullable
        Page next();

        @Override
        void close();
    }

    /** @param upTo all events up to this position were handed out or passed over */
    record Page(List<LoggedEvent> events, long upTo) {}
}
