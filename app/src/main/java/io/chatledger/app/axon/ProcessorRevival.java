package io.chatledger.app.axon;

import io.chatledger.command.StoreAvailability;
import java.util.Collection;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * Processors that have met an outage rest up to a minute between attempts; the end of the outage wakes them. They can
 * only be told by being started anew, which costs nothing: they go on from their tokens.
 */
public final class ProcessorRevival implements StoreAvailability.Listener {

    private final Supplier<Collection<? extends StreamingEventProcessor>> processors;

    /** @param processors asked when it is needed */
    public ProcessorRevival(Supplier<Collection<? extends StreamingEventProcessor>> processors) {
        this.processors = processors;
    }

    @Override
    public void lost() {
        // Each notices for itself, and rests.
    }

    @Override
    public void returned() {
        Thread.ofVirtual()
                .name("processor-revival")
                .start(() -> processors.get().stream()
                        .filter(StreamingEventProcessor::isRunning)
                        .forEach(processor -> {
                            processor.shutDown();
                            processor.start();
                        }));
    }
}
