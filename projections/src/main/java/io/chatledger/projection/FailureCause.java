package io.chatledger.projection;

import io.chatledger.kernel.message.LaterRevisionException;
import io.chatledger.kernel.problem.DomainProblem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import tools.jackson.core.JacksonException;

/**
 * Why an event could not be handled, without a word of what it says: messages of exceptions may quote it, so only places
 * and codes are kept.
 *
 * @param type class of the innermost exception
 * @param message where in our code, which field, which SQLSTATE
 */
public record FailureCause(String type, String message) {

    private static final String OURS = "io.chatledger.";

    public static FailureCause of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable root = chain.getLast();
        List<String> known = new ArrayList<>();
        chain.forEach(one -> known.addAll(facts(one)));
        Stream.of(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .ifPresent(frame -> known.add("at " + place(frame)));
        return new FailureCause(root.getClass().getName(), String.join("; ", known));
    }

    /** Whether another event would have fared no better: the database is away, busy or lost a race. */
    public static boolean isPassing(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(one -> one instanceof SQLException sql && !isRefusal(sql)
                        || one instanceof TimeoutException
                        || one instanceof InterruptedException
                        || one instanceof EventStoreException
                        || one instanceof DomainProblem problem && problem.kind() == DomainProblem.Kind.UNAVAILABLE);
    }

    /** Whether a later release has written what this one cannot read: a process of that release can go on with it. */
    public static boolean isOfLaterRelease(Throwable failure) {
        return chain(failure).stream().anyMatch(LaterRevisionException.class::isInstance);
    }

    /** Whether PostgreSQL understood what it was given and will never take it. */
    public static boolean isRefused(Throwable failure) {
        return chain(failure).stream().anyMatch(one -> one instanceof SQLException sql && isRefusal(sql));
    }

    /** Data exceptions, constraints, and rows too large for an index. */
    private static boolean isRefusal(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith("22") || state.startsWith("23") || state.equals("54000");
    }

    private static List<String> facts(Throwable one) {
        return switch (one) {
            case PSQLException refused -> List.of("SQLSTATE " + refused.getSQLState() + where(refused));
            case SQLException refused -> List.of("SQLSTATE " + refused.getSQLState());
            case JacksonException json -> field(json);
            case DomainProblem problem -> List.of(problem.code());
            case LaterRevisionException later -> List.of(Objects.requireNonNullElse(later.getMessage(), ""));
            default -> List.of();
        };
    }

    private static String where(PSQLException refused) {
        ServerErrorMessage said = refused.getServerErrorMessage();
        return said == null
                ? ""
                : Stream.of(said.getTable(), said.getColumn(), said.getConstraint())
                        .filter(Objects::nonNull)
                        .map(name -> " " + name)
                        .collect(Collectors.joining());
    }

    /** Keys of a map come from outside; the fields of our own records do not. */
    private static List<String> field(JacksonException json) {
        String path = json.getPath().stream()
                .filter(step -> step.getPropertyName() != null && !(step.from() instanceof Map))
                .map(JacksonException.Reference::getPropertyName)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? List.of() : List.of("field " + path);
    }

    private static String place(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }
}
