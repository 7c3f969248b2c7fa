package io.chatledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view of the past as callers see it.
 *
 * @param status {@code building, ready, failed, expired}
 * @param reason why it failed; null otherwise
 * @param asOf the instant that was asked for; null where it was a position
 * @param upToPosition that was asked for, or that the instant led to
 * @param asked whether somebody asked for it; false where a query made it in passing
 * @param processed events so far, of the total
 * @param eventsPerSecond on average
 * @param expiresAt when it goes unless it is used; null before it is ready
 * @param sentThings how many outside effects of the past were made again while it was built, as the ledger of side
 *     effects tells; anything but 0 would be a fault
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReplayView(
        String id,
        String status,
        @Nullable String reason,
        @Nullable Instant asOf,
        long upToPosition,
        boolean asked,
        long processed,
        long total,
        long eventsPerSecond,
        Instant createdAt,
        @Nullable Instant expiresAt,
        int sentThings) {}
