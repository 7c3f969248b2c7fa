package io.chatledger.command.conversation;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp takes anything but templates only within 24 hours of the customer's last message (Cloud API, "customer
 * service windows").
 *
 * @param lastInbound null if the customer has never written
 */
record WindowMustBeOpen(@Nullable Instant lastInbound, Instant now) {

    static final Duration LENGTH = Duration.ofHours(24);

    void verify() {
        if (lastInbound == null) {
            throw DomainProblem.conflict(
                    "window-closed", "The customer has not written yet; only a template can be sent.");
        }
        Instant closedAt = lastInbound.plus(LENGTH);
        if (!now.isBefore(closedAt)) {
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "window-closed",
                    "The 24-hour window has closed; only a template can be sent until the customer writes again.",
                    Map.of("closedAt", closedAt));
        }
    }
}
