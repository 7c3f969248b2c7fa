package io.chatledger.projection.replay;

import java.util.concurrent.CountDownLatch;

/** Stops when it is told to, or not at all. */
final class Gate implements ProjectionProcessors, AutoCloseable {
    private final LiveProcessors live;
    volatile boolean failing;
    volatile CountDownLatch gate = new CountDownLatch(0);

    Gate(LiveProcessors live) {
        this.live = live;
    }

    @Override
    public void stop(String processor) {
        if (failing) {
            throw new IllegalStateException("no answer");
        }
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        live.stop(processor);
    }

    @Override
    public void start(String processor) {
        live.start(processor);
    }

    @Override
    public boolean running(String processor) {
        return live.running(processor);
    }

    @Override
    public void close() {
        live.close();
    }
}
