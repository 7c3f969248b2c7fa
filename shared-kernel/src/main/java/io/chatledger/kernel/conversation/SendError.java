package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a message did not go out.
 *
 * @param code the provider's code; null where the failure is our own
 * @param reason a plain, stable, kebab-case reason
 * @param detail a sentence, possibly the provider's own; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendError(
        @Nullable Integer code, String reason, @Nullable String detail) {}
