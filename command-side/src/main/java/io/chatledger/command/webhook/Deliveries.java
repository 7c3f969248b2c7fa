package io.chatledger.command.webhook;

import io.chatledger.command.Commands;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.DeliveryOutcome;
import io.chatledger.kernel.webhook.WebhookCommand.RecordOutcome;
import io.chatledger.kernel.webhook.WebhookCommand.RecordReceipt;
import io.chatledger.kernel.webhook.WebhookCommand.RecordRepeats;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Tells the streams of deliveries what became of them. */
@Component
class Deliveries {

    private final Commands commands;
    private final EventStore events;
    private final InstantSource clock;

    Deliveries(Commands commands, EventStore events, InstantSource clock) {
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    boolean exists(TenantId tenant, UUID id) {
        return events.lastSequenceNumberFor(DeliveryId.of(tenant, id).value()).isPresent();
    }

    /** @return whether the tenant's part is still to be done, or wanted once more */
    boolean receive(JournalledDelivery delivery, TenantId tenant) {
        RecordReceipt receipt = new RecordReceipt(
                DeliveryId.of(tenant, delivery.id()), delivery.source(), delivery.receivedAt(), clock.instant());
        Map<String, Object> attachments = delivery.again()
                ? Map.of()
                : NewStreams.expecting(receipt.deliveryId().value());
        boolean processed = commands.<Boolean>send(receipt, delivery.origin(tenant), attachments);
        return delivery.askedBy().isPlatform() ? !processed : delivery.askedBy().equals(tenant);
    }

    void conclude(JournalledDelivery delivery, TenantId tenant, Tally tally) {
        commands.send(
                new RecordOutcome(
                        DeliveryId.of(tenant, delivery.id()),
                        tally.outcome(),
                        tally.reason(),
                        tally.duplicates(),
                        clock.instant()),
                delivery.origin(tenant));
    }

    void countRepeats(JournalledDelivery delivery, TenantId tenant) {
        if (delivery.repeats() > 0) {
            commands.send(
                    new RecordRepeats(DeliveryId.of(tenant, delivery.id()), delivery.repeats(), clock.instant()),
                    delivery.origin(tenant));
        }
    }

    /** What was nobody's when it came has found its tenant since: the platform's part is done. */
    void settlePlatform(JournalledDelivery delivery) {
        TenantId platform = TenantId.PLATFORM;
        if (delivery.again()
                && delivery.askedBy().isPlatform()
                && exists(platform, delivery.id())
                && receive(delivery, platform)) {
            commands.send(
                    new RecordOutcome(
                            DeliveryId.of(platform, delivery.id()),
                            DeliveryOutcome.processed,
                            "a channel takes it now",
                            0,
                            clock.instant()),
                    delivery.origin(platform));
        }
    }
}
