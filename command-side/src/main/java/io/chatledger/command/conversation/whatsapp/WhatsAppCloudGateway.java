package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.channel.ChannelSecrets;
import io.chatledger.command.conversation.MessageGateway;
import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.command.conversation.SendResult;
import io.chatledger.command.conversation.SendResult.NotSent;
import io.chatledger.command.conversation.SendResult.Throttled;
import io.chatledger.command.conversation.SendResult.Unknown;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.contact.PhoneNumber;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends through the WhatsApp Cloud API. The provider knows no idempotency key, so a request goes out again only where
 * it is certain that the one before was not taken.
 */
class WhatsAppCloudGateway implements MessageGateway {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordResult(
                    result -> result instanceof Unknown || (result instanceof NotSent failed && failed.retryable()))
            .build();

    private final GraphClient client;
    private final ChannelSecrets secrets;
    private final SendLimits limits;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);
    private final Retry retry = Retry.of(
            "whatsapp",
            RetryConfig.<SendResult>custom()
                    .maxAttempts(3)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200), 2.0, 0.5))
                    .retryOnResult(WhatsAppCloudGateway::worthAnotherTry)
                    .build());

    WhatsAppCloudGateway(GraphClient client, ChannelSecrets secrets, SendLimits limits) {
        this.client = client;
        this.secrets = secrets;
        this.limits = limits;
    }

    @Override
    public Provider provider() {
        return Provider.CLOUD_API;
    }

    @Override
    public SendResult send(OutboundMessage message) {
        String phone = message.newest(IdentityType.phone);
        String recipient = phone == null ? message.newest(IdentityType.bsuid) : new PhoneNumber(phone).canonical();
        if (recipient == null) {
            return new NotSent("no-address", false);
        }
        Optional<Map<String, Object>> body = new OutboundBody(message).json();
        if (body.isEmpty()) {
            return new NotSent("content-cannot-be-sent", false);
        }
        Optional<String> token = secrets.accessToken(message.channelId());
        if (token.isEmpty()) {
            return new NotSent("no-access-token", false);
        }
        Optional<Duration> wait = limits.take(message.endpoint().id(), recipient);
        return wait.isPresent()
                ? new Throttled(wait.get())
                : guarded(message, token.get(), MAPPER.writeValueAsBytes(body.get()));
    }

    private SendResult guarded(OutboundMessage message, String token, byte[] body) {
        try {
            return breakers.circuitBreaker(message.channelId().value())
                    .executeSupplier(() -> retry.executeSupplier(
                            () -> client.send(message.endpoint().id(), token, body)));
        } catch (CallNotPermittedException open) {
            return new NotSent("circuit-open", true);
        }
    }

    private static boolean worthAnotherTry(SendResult result) {
        return switch (result) {
            case NotSent failed -> failed.retryable();
            case Throttled throttled -> throttled.retryAfter().compareTo(SHORT_WAIT) <= 0;
            default -> false;
        };
    }
}
