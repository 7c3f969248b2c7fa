package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under one position of a tenant's history.
 *
 * @param event null where only the hash is left
 * @param hash null where the chain has none for the event
 */
record LinkedEvent(long position, @Nullable StoredEvent event, byte @Nullable [] hash) {}
