package io.chatledger.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for dead-letter queues, on our table. */
class DeadLetterQueueIT extends SequencedDeadLetterQueueTest<EventMessage<?>> {

    private static final DeadLetters LETTERS = new DeadLetters();

    @AfterAll
    static void close() {
        LETTERS.close();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        return LETTERS.queue();
    }

    @Override
    protected long maxSequences() {
        return DeadLetters.AT_MOST;
    }

    @Override
    protected long maxSequenceSize() {
        return DeadLetters.AT_MOST;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("sequence", generateEvent(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequence", generateEvent());
    }

    /** The suite hands letters back that it has made itself; ours are known by where they are stored. */
    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        return letter instanceof GenericDeadLetter<EventMessage<?>> made
                ? new JdbcDeadLetter<>(
                        UUID.randomUUID().toString(),
                        0L,
                        made.getSequenceIdentifier().toString(),
                        letter.enqueuedAt(),
                        letter.lastTouched(),
                        letter.cause().orElse(null),
                        letter.diagnostics(),
                        letter.message())
                : letter;
    }

    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = clock;
    }

    /** Axon stores times as text, to the millisecond. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message().getIdentifier())
                .isEqualTo(expected.message().getIdentifier());
        assertThat((Object) actual.message().getPayload())
                .isEqualTo(expected.message().getPayload());
        assertThat(actual.message().getMetaData()).isEqualTo(expected.message().getMetaData());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isEqualTo(stored(expected.enqueuedAt()));
        assertThat(actual.lastTouched()).isEqualTo(stored(expected.lastTouched()));
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    private static Instant stored(Instant time) {
        return DateTimeUtils.parseInstant(DateTimeUtils.formatInstant(time));
    }
}
