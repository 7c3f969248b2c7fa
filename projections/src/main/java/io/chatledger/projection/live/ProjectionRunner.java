package io.chatledger.projection.live;

import io.chatledger.eventstore.ProcessorRevival;
import io.chatledger.eventstore.StoreAvailability;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.SmartLifecycle;

/** Runs the pooled processors of the projections, one for each lane; rows and token are written in one transaction. */
final class ProjectionRunner implements ProjectionProcessors, SmartLifecycle {

    private static final int PHASE = -500;
    private static final int BATCH = 500;
    private static final int CLAIM_INTERVAL_MILLIS = 1000;

    private final Map<String, PooledStreamingEventProcessor> processors = new TreeMap<>();
    private final ProcessorRevival revival;
    private volatile boolean running;

    ProjectionRunner(
            LiveFolds folds,
            EventStore eventStore,
            TokenStore tokens,
            TransactionManager transactions,
            StoreAvailability store) {
        folds.byProcessor()
                .forEach((name, fold) -> processors.put(name, processor(name, fold, eventStore, tokens, transactions)));
        revival = new ProcessorRevival(store, processors::values);
    }

    private static PooledStreamingEventProcessor processor(
            String name, LiveFold fold, EventStore eventStore, TokenStore tokens, TransactionManager transactions) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(fold)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(eventStore)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(one -> oneThread("coordinator of " + name))
                .workerExecutor(one -> oneThread("worker of " + name))
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .batchSize(BATCH)
                .build();
    }

    @Override
    public boolean running(String name) {
        PooledStreamingEventProcessor processor = processors.get(name);
        return processor != null && processor.isRunning() && !processor.isError();
    }

    @Override
    public void start() {
        processors.values().forEach(PooledStreamingEventProcessor::start);
        running = true;
    }

    @Override
    public void stop() {
        revival.end();
        processors.values().forEach(PooledStreamingEventProcessor::shutDown);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** A coordinator of several threads would lose wake-ups: one that finds another at work just ends. */
    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
