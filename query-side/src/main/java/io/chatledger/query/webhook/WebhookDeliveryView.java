package io.chatledger.query.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A journalled webhook delivery as callers see it.
 *
 * @param source the provider, such as {@code whatsapp}
 * @param status {@code received, processed, ignored, failed}
 * @param reason why something in it was not used; null where all was
 * @param duplicates how much of what it brought was there already
 * @param repeats how often the same body has come again
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookDeliveryView(
        String id,
        String source,
        Instant receivedAt,
        String status,
        @Nullable String reason,
        int attempts,
        int duplicates,
        int repeats) {}
