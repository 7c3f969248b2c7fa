package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest message of a conversation.
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param preview null where there is nothing to read in it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LastMessage(
        String id, String direction, String type, @Nullable String preview, Instant at) {}
