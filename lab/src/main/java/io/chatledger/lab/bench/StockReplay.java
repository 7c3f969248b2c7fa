package io.chatledger.lab.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.message.Origin;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.TableFold;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same projections as Axon replays them when left to itself: a pooled processor with its usual settings calls an
 * event handler for each event, which loads the row, folds, and writes it, in a transaction for each batch. Into tables
 * of its own, with all indexes from the beginning. Its tokens cost nothing, its commits do not wait for the disk, and no
 * plan made for an empty table stays when it is full, which is all kinder than the default.
 */
final class StockReplay implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final PooledStreamingEventProcessor processor;

    private StockReplay(BenchDatabase database, EventStore store, List<Projection<?, ?>> projections) {
        pool.setJdbcUrl(database.embedded().jdbcUrl() + "?currentSchema=stock_replay");
        pool.setUsername(database.embedded().username());
        pool.setPassword(database.embedded().password());
        pool.addDataSourceProperty("options", "-c synchronous_commit=off -c enable_seqscan=off");
        DSLContext dsl = DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)),
                SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
        List<TableFold<?, ?>> foldings = projections.stream()
                .<TableFold<?, ?>>map(projection -> folding(projection, dsl))
                .toList();
        processor = PooledStreamingEventProcessor.builder()
                .name("bench.stock")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(foldings))
                        .build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(pool)))
                .coordinatorExecutor(name -> oneThread())
                .workerExecutor(name -> oneThread())
                .build();
    }

    /** Events a second, of the first of the history. */
    static double perSecond(BenchDatabase database, EventStore store, List<Projection<?, ?>> projections, long events)
            throws SQLException, InterruptedException {
        database.execute("drop schema if exists stock_replay cascade");
        database.execute("create schema stock_replay");
        for (Projection<?, ?> projection : projections) {
            String view = projection.table().getName();
            database.execute("create table stock_replay." + view + " (like public." + view + " including all)");
        }
        try (StockReplay replay = new StockReplay(database, store, projections)) {
            return replay.run(events);
        }
    }

    private double run(long events) throws InterruptedException {
        long start = System.nanoTime();
        processor.start();
        long position = 0;
        while (position < events) {
            Thread.sleep(20);
            position = processor.processingStatus().values().stream()
                    .mapToLong(status -> status.getCurrentPosition().orElse(0))
                    .findFirst()
                    .orElse(0);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "stock replay              %8.0f events/s (the first %d events, so far)%n",
                position / seconds, position);
        return position / seconds;
    }

    @Override
    public void close() {
        processor.shutDown();
        pool.close();
    }

    private static TableFold<?, ?> folding(Projection<?, ?> projection, DSLContext dsl) {
        return new TableFold<>(projection, dsl);
    }

    private static ScheduledExecutorService oneThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("bench-stock").daemon().factory());
    }

    /** Row by row. */
    record Handler(List<TableFold<?, ?>> foldings) {

        @EventHandler
        void on(OfConversation event, MetaData metaData) {
            List<Fact> fact = List.of(new Fact(Origin.from(metaData).tenant(), event));
            foldings.forEach(folding -> folding.apply(fact));
        }
    }
}
