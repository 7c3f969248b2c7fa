package io.chatledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessorRevivalTest {

    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
            .name("revived")
            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                    .eventHandlers(new Handler())
                    .build())
            .messageSource(events)
            .tokenStore(new Tokens())
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(executor)
            .workerExecutor(executor)
            .initialSegmentCount(1)
            .build();
    private final StoreAvailability store = new StoreAvailability();
    private final ProcessorRevival revival = new ProcessorRevival(store, () -> List.of(processor));

    private final class Handler {
        @org.axonframework.eventhandling.EventHandler
        void on(String event) {
            handled.incrementAndGet();
        }
    }

    /** Cannot be read so many times. */
    private final class Tokens extends InMemoryTokenStore {
        @Override
        public int[] fetchSegments(String processorName) {
            if (failures.get() > 0 && failures.getAndDecrement() > 0) {
                throw new EventStoreException("away");
            }
            return super.fetchSegments(processorName);
        }
    }

    @BeforeEach
    void start() {
        processor.start();
        events.publish(GenericEventMessage.asEventMessage("first"));
        await().until(() -> handled.get() == 1);
    }

    @AfterEach
    void end() {
        revival.end();
        processor.shutdownAsync();
        executor.shutdown();
    }

    @Test
    void goesOnWhereItStood() {
        store.lose();
        store.regain();
        events.publish(GenericEventMessage.asEventMessage("second"));
        await().until(() -> handled.get() == 2 && processor.isRunning());
    }

    @Test
    void isStartedLaterWhereTheStoreHasGoneAgain() {
        failures.set(2);
        store.lose();
        store.regain();
        events.publish(GenericEventMessage.asEventMessage("second"));
        await().until(() -> failures.get() == 0 && handled.get() == 2 && processor.isRunning());
    }

    @Test
    void isNotStartedOnceItIsToEnd() {
        failures.set(Integer.MAX_VALUE);
        store.lose();
        store.regain();
        await().until(() -> failures.get() < Integer.MAX_VALUE && !processor.isRunning());
        revival.end();
        failures.set(0);
        assertThat(processor.isRunning()).isFalse();
    }
}
