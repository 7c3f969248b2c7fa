package io.chatledger.operations.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names what is parked. The rest goes on, so the process stays up; a restart would mend nothing. */
@Configuration(proxyBeanMethods = false)
class DeadLetterHealth {

    private static final int NAMED = 10;
    private static final long FULL = 100_000;
    private static final long FULL_SEQUENCE = 10_000;

    @Bean
    HealthIndicator deadLettersHealthIndicator(DeadLetterList list) {
        return () -> {
            try {
                return health(list.counts(), list);
            } catch (RuntimeException unreachable) {
                return Health.unknown()
                        .withDetail("reason", "the dead letters cannot be read")
                        .build();
            }
        };
    }

    @Bean
    MeterBinder deadLetters(DeadLetterList list) {
        return registry -> Gauge.builder("chatledger.dead_letters", list, DeadLetterHealth::letters)
                .description("Events put aside because they, or one before them, could not be handled")
                .register(registry);
    }

    private static Health health(List<DeadLetterList.Count> counts, DeadLetterList list) {
        Health.Builder health = Health.up();
        for (DeadLetterList.Count count : counts) {
            health.withDetail(
                    count.processor(),
                    count.letters() + " letters in " + count.sequences() + " sequences"
                            + (count.letters() >= FULL || count.longest() >= FULL_SEQUENCE
                                    ? "; full, it stands still"
                                    : ""));
        }
        if (!counts.isEmpty()) {
            health.withDetail("parked", list.sequences(NAMED));
        }
        return health.build();
    }

    private static double letters(DeadLetterList list) {
        return list.counts().stream().mapToLong(DeadLetterList.Count::letters).sum();
    }
}
