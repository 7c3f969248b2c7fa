package io.chatledger.lab.bench;

import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** When events come to a handler of this process, by a pooled processor as the projections have one. */
final class Arrivals implements AutoCloseable {

    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private final PooledStreamingEventProcessor processor;

    Arrivals(EventStore store) throws InterruptedException {
        processor = PooledStreamingEventProcessor.builder()
                .name("bench.arrivals")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(nanos))
                        .build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(name -> oneThread("bench-coordinator"))
                .workerExecutor(name -> oneThread("bench-worker"))
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createHeadToken)
                .build();
        processor.start();
        while (processor.processingStatus().isEmpty()) {
            Thread.sleep(10);
        }
    }

    /** By delivery, in nanoseconds of the machine's monotonic clock, which its processes share. */
    Map<String, Long> nanos() {
        return nanos;
    }

    @Override
    public void close() {
        processor.shutDown();
    }

    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Notes the moment. */
    record Handler(Map<String, Long> nanos) {

        @EventHandler
        void on(DeliveryReceived event) {
            DeliveryId delivery = event.deliveryId();
            nanos.putIfAbsent(delivery.value(), System.nanoTime());
        }
    }
}
