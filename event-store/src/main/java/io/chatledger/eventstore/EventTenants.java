package io.chatledger.eventstore;

import org.axonframework.eventhandling.EventMessage;

/** Whose an event is, in a store that several tenants share. */
@FunctionalInterface
public interface EventTenants {

    /** For a store that is not shared: all events are of {@code default}. */
    EventTenants ONE = message -> "default";

    /** Asked for each event that is stored; the same answer whoever asks, and whenever. */
    String tenantOf(EventMessage<?> message);
}
