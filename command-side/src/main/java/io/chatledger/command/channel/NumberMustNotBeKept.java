package io.chatledger.command.channel;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number stays its owner's for a while after disconnecting, so that nobody who holds an old token reads on.
 *
 * @param leftAt when its owner disconnected it; null where nobody is waited for
 */
record NumberMustNotBeKept(@Nullable Instant leftAt, Instant now) {

    static final Duration KEPT = Duration.ofDays(30);

    void verify() {
        if (leftAt != null && now.isBefore(leftAt.plus(KEPT))) {
            Instant freeFrom = leftAt.plus(KEPT);
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "phone-number-taken",
                    "This phone number id was another company's until lately; it is kept for them for 30 days.",
                    Map.of("freeFrom", freeFrom));
        }
    }
}
