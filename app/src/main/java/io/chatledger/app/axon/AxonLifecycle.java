package io.chatledger.app.axon;

import io.chatledger.eventstore.ProcessorRevival;
import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/** Starts Axon before anything that sends commands, and stops it after. */
final class AxonLifecycle implements SmartLifecycle {

    private static final int PHASE = -1000;

    private final Configuration axon;
    private final ProcessorRevival revival;
    private volatile boolean running;

    AxonLifecycle(Configuration axon, ProcessorRevival revival) {
        this.revival = revival;
        this.axon = axon;
    }

    @Override
    public void start() {
        axon.start();
        running = true;
    }

    @Override
    public void stop() {
        revival.end();
        axon.shutdown();
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
}
