package io.chatledger.operations.deadletter;

import io.chatledger.kernel.problem.DomainProblem;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be done about letters of automations; their queues are Axon's. */
@Component
class AutomationLetters {

    private final Configuration axon;
    private final JdbcClient database;

    AutomationLetters(Configuration axon, @Qualifier("storeDataSource") DataSource store) {
        this.axon = axon;
        this.database = JdbcClient.create(store);
    }

    /**
     * Handles the letters of the sequence in order, as far as it goes.
     *
     * @throws DomainProblem {@code not-here} where the automation runs in another process
     */
    void retry(DeadLetterView first) {
        SequencedDeadLetterProcessor<EventMessage<?>> processor = axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(first.processor())
                .orElseThrow(DeadLetterAdminApi::elsewhere);
        if (!processor.process(letter -> letter instanceof JdbcDeadLetter<?> stored
                && stored.getSequenceIdentifier().equals(first.sequence()))) {
            database.sql("update dead_letter set attempts = attempts + 1 where letter_id = (select letter_id from"
                            + " dead_letter where processor_name = :processor and sequence_id = :sequence"
                            + " order by sequence_index limit 1)")
                    .param("processor", first.processor())
                    .param("sequence", first.sequence())
                    .update();
        }
    }

    void discard(DeadLetterView letter) {
        database.sql("delete from dead_letter where letter_id = :id")
                .param("id", letter.id())
                .update();
    }
}
