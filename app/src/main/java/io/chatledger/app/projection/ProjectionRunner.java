package io.chatledger.app.projection;

import io.chatledger.projection.FoldingInvoker;
import io.chatledger.projection.Projections;
import io.chatledger.projection.replay.ProjectionProcessors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.SmartLifecycle;

/** Runs one pooled processor a projection; rows and token are written in one transaction. */
final class ProjectionRunner implements ProjectionProcessors, SmartLifecycle {

    private static final int PHASE = -500;
    private static final int BATCH = 500;
    private static final int CLAIM_INTERVAL_MILLIS = 1000;

    private final Map<String, PooledStreamingEventProcessor> processors = new LinkedHashMap<>();
    private volatile boolean running;

    ProjectionRunner(
            Projections projections,
            EventStore eventStore,
            TokenStore tokens,
            TransactionManager transactions,
            ScheduledExecutorService threads) {
        for (FoldingInvoker invoker : projections.invokers()) {
            String name = invoker.projection().processor();
            processors.put(
                    name,
                    PooledStreamingEventProcessor.builder()
                            .name(name)
                            .eventHandlerInvoker(invoker)
                            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                            .errorHandler(PropagatingErrorHandler.instance())
                            .messageSource(eventStore)
                            .tokenStore(tokens)
                            .transactionManager(transactions)
                            .coordinatorExecutor(threads)
                            .workerExecutor(threads)
                            .initialSegmentCount(1)
                            .initialToken(StreamableMessageSource::createTailToken)
                            .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                            .batchSize(BATCH)
                            .build());
        }
    }

    @Override
    public void stop(String processor) {
        named(processor).shutDown();
    }

    @Override
    public void start(String processor) {
        PooledStreamingEventProcessor named = named(processor);
        if (!named.isRunning()) {
            named.start();
        }
    }

    @Override
    public boolean running(String processor) {
        PooledStreamingEventProcessor named = named(processor);
        return named.isRunning() && !named.isError();
    }

    @Override
    public void start() {
        processors.keySet().forEach(this::start);
        running = true;
    }

    @Override
    public void stop() {
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

    private PooledStreamingEventProcessor named(String processor) {
        PooledStreamingEventProcessor named = processors.get(processor);
        if (named == null) {
            throw new IllegalArgumentException("no such processor: " + processor);
        }
        return named;
    }
}
