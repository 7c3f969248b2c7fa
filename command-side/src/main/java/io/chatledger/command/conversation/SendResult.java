package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.SendError;
import java.time.Duration;

/** How an attempt to send a message ended. */
public sealed interface SendResult {

    /** The provider took the message. Whether it arrives is told by statuses. */
    record Accepted(String providerMessageId) implements SendResult {}

    /** The provider refused it for good. */
    record Refused(SendError error) implements SendResult {}

    /** Not sent: a limit, ours or the provider's. Worth another try after the time given. */
    record Throttled(Duration retryAfter) implements SendResult {}

    /** Nobody knows whether the provider took it. It must not be sent again. */
    record Unknown(String reason) implements SendResult {}

    /**
     * It certainly did not go out.
     *
     * @param reason plain, stable, kebab-case
     * @param retryable whether a later attempt may succeed without a change
     */
    record NotSent(String reason, boolean retryable) implements SendResult {}
}
