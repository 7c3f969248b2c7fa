package io.chatledger.kernel.feature;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.RevisionUpcaster;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.permission.Permission;
import java.util.List;

/** What a feature of the business contributes to the language that all sides speak. */
public interface Feature {

    /** Lower case letters; the names of its events begin with it in the store, so it never changes. */
    String name();

    /** What its events tell of: a sentence or two for readers of the event catalogue. */
    String about();

    /** The sealed interfaces that its events belong to. */
    default List<Class<? extends Event>> events() {
        return List.of();
    }

    /** A step from each earlier revision of each of its events to the next. */
    default List<RevisionUpcaster> upcasters() {
        return List.of();
    }

    /** What callers may do with it. */
    default List<Permission> permissions() {
        return List.of();
    }

    /** Which of its events announce and settle what is done outside. */
    default List<Effect<?>> effects() {
        return List.of();
    }

    /** What is counted of its events, the versions of a metric in order. */
    default List<Metric> metrics() {
        return List.of();
    }
}
