package io.chatledger.kernel.webhook;

import io.chatledger.kernel.message.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to journalled webhook deliveries. The bodies are kept in the journal, never in events. */
public sealed interface WebhookEvent extends Event {

    DeliveryId deliveryId();

    /** @param source the provider, such as {@code whatsapp} */
    record DeliveryReceived(DeliveryId deliveryId, String source, Instant receivedAt, Instant at)
            implements WebhookEvent {}

    /**
     * @param attempt from 1
     * @param duplicates how many of its messages and statuses were there already
     */
    record DeliveryProcessed(
            DeliveryId deliveryId, int attempt, @Nullable String reason, int duplicates, Instant at)
            implements WebhookEvent {}

    record DeliveryIgnored(DeliveryId deliveryId, int attempt, String reason, Instant at) implements WebhookEvent {}

    record DeliveryFailed(DeliveryId deliveryId, int attempt, String reason, Instant at) implements WebhookEvent {}

    /** @param repeats how often the same body has come again, in all */
    record DeliveryRepeated(DeliveryId deliveryId, int repeats, Instant at) implements WebhookEvent {}
}
