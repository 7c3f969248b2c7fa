package io.chatledger.app.axon;

import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.projection.FailureCause;
import javax.sql.DataSource;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Where automations put aside the events of a stream once they cannot handle one of them; the other streams go on. */
@Component
final class AutomationDeadLetters {

    private static final int AT_MOST = 10_000;

    private final DataSource store;
    private final TransactionManager transactions;
    private final EventSerializer serializer;

    AutomationDeadLetters(
            @Qualifier("storeDataSource") DataSource store,
            @Qualifier("storeAxonTransactions") TransactionManager transactions,
            EventSerializer serializer) {
        this.store = store;
        this.transactions = transactions;
        this.serializer = serializer;
    }

    /** The cache spares a question per event while nothing is parked. */
    void configure(String group, EventProcessingConfigurer processing) {
        processing
                .registerDeadLetterQueue(group, axon -> queue(group))
                .registerDeadLetterPolicy(group, axon -> AutomationDeadLetters::decide)
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        group, (axon, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .maxSequences(AT_MOST)
                .maxSequenceSize(AT_MOST)
                .connectionProvider(new SpringDataSourceConnectionProvider(store))
                .transactionManager(transactions)
                .schema(DeadLetterTable.SCHEMA)
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
    }

    /**
     * What will pass by itself is tried again in its place, and what a later release has written is left to a process of
     * that release; to throw here leaves the event to the processor.
     */
    private static EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (FailureCause.isPassing(failure)
                || FailureCause.isOfLaterRelease(failure)
                || failure instanceof AxonTransientException) {
            throw new EventProcessingException("It will be tried again.", failure);
        }
        FailureCause cause = FailureCause.of(failure);
        return Decisions.enqueue(new ThrowableCause(cause.type(), cause.message()));
    }
}
