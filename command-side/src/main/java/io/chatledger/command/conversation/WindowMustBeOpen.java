package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.MessagingWindow;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outside a provider's window nothing but templates may be sent.
 *
 * @param lastInbound null if the customer has never written
 */
record WindowMustBeOpen(MessagingWindow window, @Nullable Instant lastInbound, Instant now) {

    void verify() {
        Duration length = window.length();
        if (length == null) {
            return;
        }
        if (lastInbound == null) {
            throw DomainProblem.conflict(
                    "window-closed", "The customer has not written yet; only a template can be sent.");
        }
        Instant closedAt = lastInbound.plus(length);
        if (!now.isBefore(closedAt)) {
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "window-closed",
                    "The " + length.toHours()
                            + "-hour window has closed; only a template can be sent until the customer writes again.",
                    Map.of("closedAt", closedAt));
        }
    }
}
