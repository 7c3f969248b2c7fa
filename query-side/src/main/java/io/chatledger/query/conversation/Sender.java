package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param type {@code customer, bot, agent, system}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sender(String type, @Nullable String id) {}
