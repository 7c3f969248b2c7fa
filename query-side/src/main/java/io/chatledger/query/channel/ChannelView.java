package io.chatledger.query.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as callers see it.
 *
 * @param provider {@code cloud_api, twilio, gateway}
 * @param status {@code connected} or {@code disconnected}
 * @param proved whether the provider has confirmed that the number is this channel's; a channel of before this was asked
 *     gives way to one that proves it
 * @param notice what has happened to the number without the tenant's doing: {@code connected-by-owner}, it was proved to
 *     be another company's, which has connected it; {@code taken-back}, another company had it without a proof; null for
 *     nothing
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
        boolean proved,
        @Nullable String notice,
        Instant connectedAt) {}
