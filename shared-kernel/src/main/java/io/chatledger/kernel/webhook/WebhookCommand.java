package io.chatledger.kernel.webhook;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the webhook journal. */
public sealed interface WebhookCommand {

    /** The delivery was taken up; does nothing the second time. */
    record RecordReceipt(
            @TargetAggregateIdentifier DeliveryId deliveryId, String source, Instant receivedAt, Instant at)
            implements WebhookCommand {}

    /**
     * The delivery was worked through.
     *
     * @param reason why something in it was not used; null where all was
     * @param duplicates how often what it brought was there already, in all
     */
    record RecordOutcome(
            @TargetAggregateIdentifier DeliveryId deliveryId,
            DeliveryOutcome outcome,
            @Nullable String reason,
            int duplicates,
            Instant at)
            implements WebhookCommand {}

    /** The same body has arrived again; does nothing unless the count went up. */
    record RecordRepeats(@TargetAggregateIdentifier DeliveryId deliveryId, int repeats, Instant at)
            implements WebhookCommand {}
}
