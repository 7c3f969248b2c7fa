package io.chatledger.lab.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.command.Aggregates;
import io.chatledger.command.Commands;
import io.chatledger.command.request.ApiCommands;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same aggregates, handlers and interceptors over Axon's stock JDBC engine, assembled as Axon's auto-configuration
 * would, in a schema of its own.
 */
final class StockEngine implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final HikariDataSource pool;
    private final Configuration axon;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private StockEngine(HikariDataSource pool, Configuration axon, ApplicationContext application) {
        this.pool = pool;
        this.axon = axon;
        context.setParent(application);
        // Under the names of the application's own, so that what is made here finds these.
        context.registerBean("axon", Configuration.class, () -> axon, bean -> bean.setDestroyMethodName(""));
        context.registerBean("commandBus", CommandBus.class, axon::commandBus);
        context.registerBean("commandGateway", CommandGateway.class, axon::commandGateway);
        context.register(Commands.class, ApiCommands.class);
        context.refresh();
    }

    static StockEngine beside(ApplicationContext application, BenchDatabase database) throws Exception {
        database.execute("create schema if not exists stock");
        HikariDataSource pool = pool(database);
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        JdbcEventStorageEngine engine = storage(pool, transactions, application.getBean(Aggregates.class));
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        Configuration axon = axon(engine, transactions, application);
        axon.start();
        return new StockEngine(pool, axon, application);
    }

    Engine engine() {
        return new Engine("stock", context.getBean(Commands.class), context.getBean(ApiCommands.class));
    }

    @Override
    public void close() {
        context.close();
        axon.shutdown();
        pool.close();
    }

    private static JdbcEventStorageEngine storage(
            HikariDataSource pool, TransactionManager transactions, Aggregates aggregates) {
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer())
                .snapshotSerializer(aggregates.snapshots())
                .snapshotFilter(aggregates.snapshots())
                .persistenceExceptionResolver(new SQLStateResolver())
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                .transactionManager(transactions)
                .build();
    }

    private static Configuration axon(
            JdbcEventStorageEngine engine, TransactionManager transactions, ApplicationContext application) {
        Configuration ours = application.getBean(Configuration.class);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> new StockStore(engine))
                .configureCommandBus(axon -> {
                    SimpleCommandBus bus = SimpleCommandBus.builder()
                            .transactionManager(transactions)
                            .build();
                    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(ours.correlationDataProviders()));
                    return bus;
                })
                .configureSerializer(axon -> serializer())
                .configureCorrelationDataProviders(axon -> ours.correlationDataProviders())
                .registerComponent(TransactionManager.class, axon -> transactions);
        application
                .getBeanProvider(ConfigurerModule.class)
                .orderedStream()
                .forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    private static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    private static HikariDataSource pool(BenchDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.embedded().jdbcUrl() + "?currentSchema=stock");
        pool.setUsername(database.embedded().username());
        pool.setPassword(database.embedded().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
