package io.chatledger.projection.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import io.chatledger.projection.Facts;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeliveryId ID = DeliveryId.of(Facts.TENANT, new UUID(1, 1));

    @Test
    void tellsWhatBecameOfADelivery() {
        assertThat(fold().getStatus()).isEqualTo("received");
        assertThat(fold(new DeliveryIgnored(ID, 1, "unknown-number", NOON)).getStatus())
                .isEqualTo("ignored");
        WebhookJournalViewRecord row =
                fold(new DeliveryFailed(ID, 1, "malformed", NOON), new DeliveryProcessed(ID, 2, null, 0, NOON));
        assertThat(row.getStatus()).isEqualTo("processed");
        assertThat(row.getAttempts()).isEqualTo(2);
        assertThat(row.getReason()).isNull();
    }

    @Test
    void countsRepeatedBodiesAndWhatTheyBroughtTwice() {
        WebhookJournalViewRecord row = fold(
                new DeliveryProcessed(ID, 1, null, 2, NOON),
                new DeliveryRepeated(ID, 1, NOON),
                new DeliveryRepeated(ID, 3, NOON));
        assertThat(row.getRepeats()).isEqualTo(3);
        assertThat(row.getDuplicates()).isEqualTo(5);
    }

    @Test
    void processingAgainCountsNoDuplicates() {
        assertThat(fold(new DeliveryProcessed(ID, 1, null, 0, NOON), new DeliveryProcessed(ID, 2, null, 4, NOON))
                        .getDuplicates())
                .isZero();
    }

    private static WebhookJournalViewRecord fold(WebhookEvent... more) {
        List<WebhookEvent> events = new ArrayList<>(List.of(new DeliveryReceived(ID, "whatsapp", NOON, NOON)));
        events.addAll(List.of(more));
        return Facts.fold(new JournalProjection(), events);
    }
}
