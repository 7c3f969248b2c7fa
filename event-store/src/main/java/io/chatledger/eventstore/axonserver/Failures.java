package io.chatledger.eventstore.axonserver;

import io.chatledger.eventstore.UnknownOutcomeException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What goes wrong at Axon Server, in the words of Axon and of this store. */
final class Failures {

    /** As Axon Server names it in the trailers of a refused call. */
    static final Metadata.Key<String> CODE = Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private static final Set<Status.Code> LOST =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED);

    private Failures() {}

    /** @return a {@link ConcurrencyException} if another writer was first, otherwise an {@link EventStoreException} */
    static RuntimeException of(Throwable failure) {
        Throwable cause = causeOf(failure);
        if (cause instanceof EventStoreException known) {
            return known;
        }
        if (ErrorCode.INVALID_EVENT_SEQUENCE.errorCode().equals(codeOf(cause))) {
            return new ConcurrencyException("Another writer was first: " + reason(cause), cause);
        }
        return new EventStoreException("Axon Server: " + reason(cause), cause);
    }

    /** As {@link #of}, or an {@link UnknownOutcomeException} where Axon Server was lost before it answered. */
    static RuntimeException ofAppend(Throwable failure) {
        Throwable cause = causeOf(failure);
        boolean lost = cause instanceof TimeoutException
                || (codeOf(cause) == null
                        && LOST.contains(Status.fromThrowable(cause).getCode()));
        return lost ? new UnknownOutcomeException("Axon Server: " + reason(cause), cause) : of(failure);
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static @Nullable String codeOf(Throwable cause) {
        Metadata trailers = Status.trailersFromThrowable(cause);
        return trailers == null ? null : trailers.get(CODE);
    }

    static String reason(Throwable failure) {
        Throwable cause = causeOf(failure);
        if (cause instanceof TimeoutException) {
            return "no answer in time";
        }
        Status status = Status.fromThrowable(cause);
        if (status.getCode() == Status.Code.UNKNOWN) {
            return String.valueOf(cause.getMessage());
        }
        return status.getDescription() == null ? status.getCode().name() : status.getDescription();
    }
}
