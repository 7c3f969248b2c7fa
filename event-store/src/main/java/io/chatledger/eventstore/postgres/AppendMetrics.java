package io.chatledger.eventstore.postgres;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How appends go: {@code chatledger.store.*}. */
final class AppendMetrics {

    private final Timer commits;
    private final DistributionSummary commands;
    private final DistributionSummary events;

    AppendMetrics(MeterRegistry registry, WaitingAppends waiting) {
        commits = Timer.builder("chatledger.store.commit")
                .description("From a batch's first attempt to its commit")
                .register(registry);
        commands = DistributionSummary.builder("chatledger.store.batch.commands")
                .description("Commands that shared a commit")
                .register(registry);
        events = DistributionSummary.builder("chatledger.store.batch.events")
                .description("Events in a commit")
                .register(registry);
        Gauge.builder("chatledger.store.waiting", waiting, WaitingAppends::size)
                .description("Commands that wait for the appender")
                .register(registry);
    }

    void stored(int commandCount, int eventCount, long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        commands.record(commandCount);
        events.record(eventCount);
    }
}
