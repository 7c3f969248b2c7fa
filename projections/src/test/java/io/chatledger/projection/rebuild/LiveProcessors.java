package io.chatledger.projection.rebuild;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import io.chatledger.projection.live.LiveFold;
import io.chatledger.projection.live.LiveFolds;
import io.chatledger.projection.live.ProjectionProcessors;
import io.chatledger.projection.live.VersionedTokens;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Real pooled processors over a history in memory. */
final class LiveProcessors implements ProjectionProcessors, AutoCloseable {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final Map<String, StreamingEventProcessor> processors;

    LiveProcessors(
            Projections projections, RecordedEvents history, DataSource source, SpringTransactions transactions) {
        TokenStore tokens = tokens(projections, source);
        this.processors = LiveFolds.of(projections, Wired.NAMES, Wired.dsl(source)).byProcessor().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        fold -> processor(fold.getKey(), fold.getValue(), history, tokens, transactions)));
        processors.values().forEach(StreamingEventProcessor::start);
    }

    private StreamingEventProcessor processor(
            String name, LiveFold invoker, RecordedEvents history, TokenStore tokens, SpringTransactions transactions) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(history)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(100)
                .build();
    }

    private static TokenStore tokens(Projections projections, DataSource source) {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(() -> new TransactionAwareDataSourceProxy(source).getConnection())
                .serializer(new EventSerializer(Features.builtIn().registry()))
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build());
        return new VersionedTokens(builder, projections, new Builds(Wired.dsl(source)));
    }

    @Override
    public boolean running(String processor) {
        return named(processor).isRunning() && !named(processor).isError();
    }

    private StreamingEventProcessor named(String processor) {
        return Objects.requireNonNull(processors.get(processor), processor);
    }

    @Override
    public void close() {
        processors.values().forEach(StreamingEventProcessor::shutDown);
        threads.shutdownNow();
    }
}
