package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as callers see it.
 *
 * @param providerMessageId null until the provider has accepted it, and once the person has been erased
 * @param direction {@code inbound} or {@code outbound}
 * @param media {@code id, mimeType, sha256, filename, link, voice, animated}, as far as they are known
 * @param location {@code latitude, longitude, name, address, url}, as far as they are known
 * @param contextMessageId the provider's id of the message it answers or reacts to; null once the person has been erased
 * @param status {@code received}; or {@code queued, sending, sent, delivered, read, played, failed, unknown}
 * @param error {@code code, reason, detail} of a failed message; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageView(
        String id,
        String conversationId,
        @Nullable String providerMessageId,
        String direction,
        Sender sender,
        String type,
        @Nullable String text,
        @Nullable Map<String, Object> media,
        @Nullable Map<String, Object> location,
        @Nullable Map<String, Object> interactive,
        @Nullable Map<String, Object> attributes,
        @Nullable String contextMessageId,
        String status,
        List<StatusStep> statusHistory,
        @Nullable Map<String, @Nullable Object> error,
        Instant sentAt) {}
