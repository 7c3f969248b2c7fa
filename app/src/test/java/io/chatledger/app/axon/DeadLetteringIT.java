package io.chatledger.app.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventIntegrationTest;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for processors that put aside what they cannot handle, on our table. */
class DeadLetteringIT extends DeadLetteringEventIntegrationTest {

    private static final DeadLetters LETTERS = new DeadLetters();

    @AfterAll
    static void close() {
        LETTERS.close();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildDeadLetterQueue() {
        return LETTERS.queue();
    }

    @Override
    protected TransactionManager getTransactionManager() {
        return LETTERS.transactions();
    }
}
