package io.chatledger.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Streams that a command nearly always begins, such as the claim on a message that nobody has seen before. The store
 * takes them for empty without looking. Where one is not, its first event meets a conflict, and the command is tried
 * again with nothing expected. So whoever expects a stream to be new writes to it, or refuses with a
 * {@link org.axonframework.modelling.command.ConcurrencyException}.
 */
public final class NewStreams {

    private static final String EXPECTED = "expectedNew";

    private NewStreams() {}

    /** Whether the command in hand takes the stream for new. */
    public static boolean isExpected(String streamId) {
        if (!CurrentUnitOfWork.isStarted()) {
            return false;
        }
        Message<?> message = CurrentUnitOfWork.get().getMessage();
        return message != null && message.getMetaData().get(EXPECTED) instanceof Set<?> ids && ids.contains(streamId);
    }

    /** What a command has to carry so that the streams are taken for new. */
    public static Map<String, Object> expecting(String... streamIds) {
        return Map.of(EXPECTED, Set.of(streamIds));
    }

    /** What it has to carry to be tried again. */
    public static Map<String, Object> nothingExpected(Map<String, Object> metaData) {
        Map<String, Object> rest = new HashMap<>(metaData);
        rest.remove(EXPECTED);
        return rest;
    }
}
