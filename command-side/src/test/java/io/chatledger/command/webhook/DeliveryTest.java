package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.DeliveryOutcome;
import io.chatledger.kernel.webhook.WebhookCommand.RecordOutcome;
import io.chatledger.kernel.webhook.WebhookCommand.RecordReceipt;
import io.chatledger.kernel.webhook.WebhookCommand.RecordRepeats;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final DeliveryId ID = DeliveryId.of(new TenantId("shop"), new UUID(1, 2));
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final DeliveryReceived RECEIVED = new DeliveryReceived(ID, "whatsapp", AT, AT);

    private FixtureConfiguration<Delivery> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(Delivery.class);
    }

    @Test
    void isReceivedOnce() {
        fixture.givenNoPriorActivity()
                .when(new RecordReceipt(ID, "whatsapp", AT, AT))
                .expectEvents(RECEIVED)
                .expectResultMessagePayload(false);
        fixture.given(RECEIVED).when(new RecordReceipt(ID, "whatsapp", AT, AT)).expectNoEvents();
    }

    @Test
    void saysThatItWasProcessed() {
        fixture.given(RECEIVED, new DeliveryProcessed(ID, 1, null, 0, AT))
                .when(new RecordReceipt(ID, "whatsapp", AT, AT))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    @Test
    void isOpenAgainAfterAFailure() {
        fixture.given(RECEIVED, new DeliveryProcessed(ID, 1, null, 0, AT), new DeliveryFailed(ID, 2, "why", AT))
                .when(new RecordReceipt(ID, "whatsapp", AT, AT))
                .expectResultMessagePayload(false);
    }

    @Test
    void countsItsAttempts() {
        fixture.given(RECEIVED, new DeliveryFailed(ID, 1, "unknown-channel", AT))
                .when(outcome(DeliveryOutcome.ignored, "group", 0))
                .expectEvents(new DeliveryIgnored(ID, 2, "group", AT));
    }

    @Test
    void countsDuplicatesAtTheFirstAttemptOnly() {
        fixture.given(RECEIVED)
                .when(outcome(DeliveryOutcome.processed, null, 3))
                .expectEvents(new DeliveryProcessed(ID, 1, null, 3, AT));
        fixture.given(RECEIVED, new DeliveryProcessed(ID, 1, null, 3, AT))
                .when(outcome(DeliveryOutcome.processed, null, 7))
                .expectEvents(new DeliveryProcessed(ID, 2, null, 3, AT));
    }

    @Test
    void countsTheSameRepetitionOnce() {
        fixture.given(RECEIVED).when(new RecordRepeats(ID, 2, AT)).expectEvents(new DeliveryRepeated(ID, 2, AT));
        fixture.given(RECEIVED, new DeliveryRepeated(ID, 2, AT))
                .when(new RecordRepeats(ID, 2, AT))
                .expectNoEvents();
    }

    private static RecordOutcome outcome(DeliveryOutcome outcome, @Nullable String reason, int duplicates) {
        return new RecordOutcome(ID, outcome, reason, duplicates, AT);
    }
}
