package io.chatledger.app.axon;

import io.chatledger.app.store.StoreDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/** Axon's dead-letter queues on our table, each of a processor of its own. */
final class DeadLetters implements AutoCloseable {

    static final int AT_MOST = 64;

    private final StoreDatabase database = new StoreDatabase();

    JdbcSequencedDeadLetterQueue<EventMessage<?>> queue() {
        DataSource tables = database.dataSource();
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup("projection." + UUID.randomUUID())
                .maxSequences(AT_MOST)
                .maxSequenceSize(AT_MOST)
                .connectionProvider(new SpringDataSourceConnectionProvider(tables))
                .transactionManager(transactions())
                .schema(DeadLetterTable.SCHEMA)
                .genericSerializer(tokens())
                .eventSerializer(serializer)
                .build();
    }

    TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(database.dataSource()));
    }

    @Override
    public void close() {
        database.close();
    }

    /** The suite's tokens are of a replay, whose context can be any object. */
    private static Serializer tokens() {
        PolymorphicTypeValidator axons = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(axons))
                .build();
    }
}
