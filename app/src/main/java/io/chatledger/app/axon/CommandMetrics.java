package io.chatledger.app.axon;

import io.chatledger.kernel.problem.DomainProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** How long commands take and how they end: the timer {@code chatledger.command}. */
final class CommandMetrics implements MessageMonitor<CommandMessage<?>> {

    private record Key(Class<?> command, String outcome) {}

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public MonitorCallback onMessageIngested(CommandMessage<?> command) {
        return new Handling(command.getPayloadType());
    }

    private Timer timer(Key key) {
        return Timer.builder("chatledger.command")
                .description("From dispatch to the durable answer")
                .tag("command", key.command().getSimpleName())
                .tag("outcome", key.outcome())
                .register(meters);
    }

    private final class Handling implements MonitorCallback {
        private final Class<?> command;
        private final long start = System.nanoTime();

        private Handling(Class<?> command) {
            this.command = command;
        }

        @Override
        public void reportSuccess() {
            record("done");
        }

        @Override
        public void reportFailure(@Nullable Throwable cause) {
            record(cause instanceof DomainProblem ? "refused" : "failed");
        }

        @Override
        public void reportIgnored() {
            record("ignored");
        }

        private void record(String outcome) {
            timers.computeIfAbsent(new Key(command, outcome), CommandMetrics.this::timer)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
