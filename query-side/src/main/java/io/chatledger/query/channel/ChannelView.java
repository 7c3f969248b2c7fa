package io.chatledger.query.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as callers see it.
 *
 * @param provider {@code cloud_api, twilio, gateway}
 * @param status {@code connected} or {@code disconnected}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChannelView(
        String id,
        String provider,
        String name,
        String phoneNumberId,
        @Nullable String wabaId,
        @Nullable String displayPhoneNumber,
        String status,
        Instant connectedAt) {}
