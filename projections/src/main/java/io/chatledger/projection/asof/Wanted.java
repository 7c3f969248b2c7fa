package io.chatledger.projection.asof;

import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view of the past that somebody wants.
 *
 * @param asOf the instant that was asked for; null where it was a position
 * @param upTo the position that was asked for, or the one that the instant led to
 * @param position of the tenant's newest event within; 0 where there is none
 * @param moment by which whatever depends on time is judged
 * @param head newest event of anybody
 * @param asked by name, rather than in passing
 */
record Wanted(
        TenantId tenant, @Nullable Instant asOf, long upTo, long position, Instant moment, long head, boolean asked) {}
