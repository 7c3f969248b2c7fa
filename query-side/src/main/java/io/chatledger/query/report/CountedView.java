package io.chatledger.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a metric counts.
 *
 * @param value 1, or milliseconds
 * @param channel {@code none} where it is not known
 * @param position of the event that counts
 * @param event where the event itself is
 * @param sincePosition of the event with which it began; null where it is one event alone
 * @param sinceEvent where that one is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedView(
        String id,
        int version,
        Instant at,
        long value,
        String channel,
        @Nullable String who,
        @Nullable String kind,
        @Nullable String cause,
        @Nullable String conversationId,
        long position,
        String event,
        @Nullable Long sincePosition,
        @Nullable String sinceEvent) {}
