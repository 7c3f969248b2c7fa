package io.chatledger.query;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal says. */
public final class Refusals {

    private Refusals() {}

    /** The field that makes no sense, and why: {@code limit out-of-range}. */
    public static String field(ThrowingCallable asked) {
        Map<?, ?> error = (Map<?, ?>) ((List<?>) problem(asked).details().getOrDefault("errors", List.of())).getFirst();
        return error.get("field") + " " + error.get("code");
    }

    /** Its code. */
    public static String code(ThrowingCallable asked) {
        return problem(asked).code();
    }

    private static DomainProblem problem(ThrowingCallable asked) {
        DomainProblem refusal = catchThrowableOfType(DomainProblem.class, asked);
        if (refusal == null) {
            throw new AssertionError("nothing was refused");
        }
        return refusal;
    }
}
