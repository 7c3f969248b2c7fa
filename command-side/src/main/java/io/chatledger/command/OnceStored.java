package io.chatledger.command;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done after a command is stored. Its failure must not make the command look failed: it would be repeated. */
public final class OnceStored {

    private static final Logger LOG = LoggerFactory.getLogger(OnceStored.class);

    private OnceStored() {}

    /**
     * What the caller's answer does not depend on, and something else does later if it cannot be done now.
     *
     * @param what of the log, without personal data
     */
    public static void leaving(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be done now: {}", what, failure.toString());
        }
    }

    /**
     * What the answer cannot be given without.
     *
     * @param advice one sentence that says what is stored and what to do
     * @throws DomainProblem {@code outcome-unknown}, with the advice, where it fails
     */
    public static <T> T orUnknown(String advice, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            LOG.warn("Stored, but not answered: {}", failure.toString());
            throw new DomainProblem(
                    DomainProblem.Kind.UNAVAILABLE, "outcome-unknown", advice, Map.of("retryAfterSeconds", 5));
        }
    }
}
