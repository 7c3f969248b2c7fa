package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.conversation.MessageContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as callers see it.
 *
 * @param providerMessageId null until the provider has accepted it
 * @param direction {@code inbound} or {@code outbound}
 * @param contextMessageId the provider's id of the message it answers or reacts to
 * @param status {@code received}; or {@code queued, sending, sent, delivered, read, played, failed, unknown}
 * @param error of a failed message; null otherwise
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
        MessageContent.@Nullable Media media,
        MessageContent.@Nullable Location location,
        @Nullable Map<String, Object> interactive,
        @Nullable Map<String, Object> attributes,
        @Nullable String contextMessageId,
        String status,
        List<StatusChange> statusHistory,
        @Nullable Failure error,
        Instant sentAt) {

    /**
     * Who wrote it.
     *
     * @param type {@code customer, bot, agent, system}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Sender(String type, @Nullable String id) {}

    /** @param at our time for what we did, the provider's (of one second resolution) for what it reported */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StatusChange(
            String status, Instant at, @Nullable Failure error) {}

    /**
     * Why a message did not arrive.
     *
     * @param code the provider's; null where the failure is our own
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Failure(
            @Nullable Integer code,
            @Nullable String reason,
            @Nullable String detail) {}
}
