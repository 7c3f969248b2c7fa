package io.chatledger.query.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a metric counts.
 *
 * @param value 1, or milliseconds
 * @param dimensions its values in the metric's dimensions, each in a field of its own
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
        @JsonAnyGetter Map<String, String> dimensions,
        @Nullable String conversationId,
        long position,
        String event,
        @Nullable Long sincePosition,
        @Nullable String sinceEvent) {}
