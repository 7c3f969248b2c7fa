package io.chatledger.query.audit;

import org.jspecify.annotations.Nullable;

/**
 * How far the chain has come.
 *
 * @param head position of the newest event of all tenants
 * @param linked up to where the notary has come, for all tenants
 * @param gap first position that was given out and has no event; null where there is none
 * @param lastPosition of the tenant's chain as the notary left it; 0 before the first event
 * @param lastHash null before the first event
 */
record ChainState(
        long head, long linked, @Nullable Long gap, long lastPosition, long events, byte @Nullable [] lastHash) {}
