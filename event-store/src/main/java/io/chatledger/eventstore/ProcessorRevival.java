package io.chatledger.eventstore;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processors that have met an outage rest up to a minute between attempts; the end of the outage wakes them. They can
 * only be told by being started anew, which costs nothing: they go on from their tokens.
 */
public final class ProcessorRevival implements StoreAvailability.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorRevival.class);

    private final StoreAvailability store;
    private final Supplier<Collection<? extends StreamingEventProcessor>> processors;
    private volatile boolean ended;

    /** @param processors asked when it is needed */
    public ProcessorRevival(
            StoreAvailability store, Supplier<Collection<? extends StreamingEventProcessor>> processors) {
        this.store = store;
        this.processors = processors;
        store.listen(this);
    }

    @Override
    public void lost() {
        // Each notices for itself, and rests.
    }

    @Override
    public void returned() {
        Thread.ofVirtual().name("processor-revival").start(this::revive);
    }

    /** Before the processors are stopped for good: none is started any more once this returns. */
    public void end() {
        ended = true;
        awaitRevived();
    }

    private synchronized void awaitRevived() {
        // whoever revives has the lock, and gives up soon
    }

    private synchronized void revive() {
        processors.get().stream().filter(StreamingEventProcessor::isRunning).forEach(this::restart);
    }

    /** One that cannot start, as the store has gone again, is started later: nobody else would. */
    private void restart(StreamingEventProcessor processor) {
        boolean down = false;
        while (!ended) {
            try {
                if (!down) {
                    processor.shutDown();
                    down = true;
                }
                processor.start();
                return;
            } catch (RuntimeException away) {
                LOG.warn("{} cannot go on yet: {}", processor.getName(), away.toString());
                store.doubt();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
