package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.whatsapp.GraphReply.NotUnderstood;
import io.chatledger.kernel.tenant.TenantId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Questions to the Graph API. They change nothing there, so they are asked again where the provider stumbles, and no
 * longer where it does not answer; each tenant has a circuit breaker of its own, and few questions are open at a time,
 * fewer still of one tenant.
 */
class GraphQuestions {

    private static final int AT_ONCE = 32;
    private static final int OF_ONE_TENANT = 8;
    private static final long WAIT_SECONDS = 5;

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(6)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(2)
            .recordResult(NotUnderstood.class::isInstance)
            .build();

    private final GraphClient client;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);
    private final Retry retry = Retry.of(
            "graph-questions",
            RetryConfig.<GraphReply>custom()
                    .maxAttempts(3)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200), 2.0, 0.5))
                    .retryOnResult(reply -> reply instanceof NotUnderstood not && not.worthAnotherTry())
                    .build());

    GraphQuestions(GraphClient client) {
        this.client = client;
    }

    GraphReply ask(TenantId tenant, String token, String path, Map<String, String> variables) {
        Semaphore share = shares.computeIfAbsent(tenant, one -> new Semaphore(OF_ONE_TENANT, true));
        return within(share, () -> within(places, () -> asked(tenant, token, path, variables)));
    }

    private static GraphReply within(Semaphore places, Supplier<GraphReply> question) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new NotUnderstood("too-many-questions", false);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new NotUnderstood("interrupted", false);
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }

    private GraphReply asked(TenantId tenant, String token, String path, Map<String, String> variables) {
        try {
            return breakers.circuitBreaker(tenant.value())
                    .executeSupplier(() -> retry.executeSupplier(() -> client.ask(token, path, variables)));
        } catch (CallNotPermittedException open) {
            return new NotUnderstood("circuit-open", false);
        }
    }
}
