package io.chatledger.projection.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.FailureCause;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that cannot be read or folded: whoever asks is told so, and the log why. */
final class BrokenEvents {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenEvents.class);

    private BrokenEvents() {}

    /**
     * @param place where the events are, for the log
     * @throws DomainProblem {@code replay-failed}, unless the work fails for the moment only
     */
    static <T> T told(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError failure) {
            if (failure instanceof DomainProblem || FailureCause.isPassing(failure)) {
                throw failure;
            }
            LOG.warn("Events at {} cannot be told: {}", place, FailureCause.of(failure));
            throw DomainProblem.conflict("replay-failed", "What these events have made cannot be told.");
        }
    }
}
