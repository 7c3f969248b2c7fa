package io.chatledger.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds: all events of a tenant between two positions, so that the chain has no holes.
 *
 * @param from as asked for; null for the beginning
 * @param to as asked for, not included; null for now
 * @param first position; null where there is no event
 * @param last position; null where there is no event
 * @param eventsBefore how many the tenant has before the first
 * @param hashBefore hash of the event before the first, or the chain's genesis
 */
record ExportRange(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long first,
        @Nullable Long last,
        long eventsBefore,
        byte[] hashBefore) {}
