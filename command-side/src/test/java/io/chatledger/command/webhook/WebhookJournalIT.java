package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookJournalIT {

    private static final String WAITING = """
            insert into webhook_journal (id, source, received_at, body_hash, body, state, claimed_by, claimed_until)
            values (:id, 'test', now(), sha256(:body), :body, 'received', :node, now() + interval '1 hour')
            """;

    private final JournalFixture fixture = new JournalFixture();

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void worksThroughWhatItAccepted() {
        fixture.accept("used a");
        assertThat(fixture.await(DeliveryProcessed.class).deliveryId().tenant()).isEqualTo(new TenantId("a"));
        fixture.awaitDone();
    }

    @Test
    void keepsAnOutcomeForEachTenantOfABody() {
        fixture.accept("used a,ignored b");
        assertThat(fixture.await(DeliveryProcessed.class).deliveryId().tenant()).isEqualTo(new TenantId("a"));
        assertThat(fixture.await(DeliveryIgnored.class).deliveryId().tenant()).isEqualTo(new TenantId("b"));
    }

    @Test
    void countsABodyThatComesAgainAndDoesNothingElse() {
        fixture.accept("used a");
        fixture.await(DeliveryProcessed.class);
        fixture.awaitDone();
        fixture.accept("used a");
        assertThat(fixture.await(DeliveryRepeated.class).repeats()).isEqualTo(1);
        assertThat(fixture.worked()).containsExactly("a");
    }

    @Test
    void triesAgainWhatFailedWhenItsBodyComesAgain() {
        fixture.accept("failed a");
        assertThat(fixture.await(DeliveryFailed.class).attempt()).isEqualTo(1);
        fixture.awaitDone();
        fixture.accept("failed a");
        assertThat(fixture.await(DeliveryFailed.class).attempt()).isEqualTo(2);
    }

    @Test
    void processesOnceMoreForTheTenantThatAsks() {
        fixture.accept("used a,used b");
        WebhookEvent first = fixture.await(DeliveryProcessed.class);
        fixture.awaitDone();
        fixture.reopen(first.deliveryId(), new TenantId("b"));
        assertThat(fixture.awaitAttempt(2).deliveryId().tenant()).isEqualTo(new TenantId("b"));
        assertThat(fixture.worked()).containsExactlyInAnyOrder("a", "b", "b");
    }

    @Test
    void takesUpAtOnceWhatItsOwnEarlierLifeLeft() {
        fixture.stop();
        fixture.sql(WAITING)
                .param("id", UUID.randomUUID())
                .param("body", "used a".getBytes(UTF_8))
                .param("node", JournalFixture.NODE)
                .update();
        fixture.start();
        fixture.await(DeliveryProcessed.class);
    }

    @Test
    void leavesAloneWhatAnotherNodeHoldsUntilItsLeaseIsOver() {
        fixture.sql(WAITING)
                .param("id", UUID.randomUUID())
                .param("body", "used b".getBytes(UTF_8))
                .param("node", "other")
                .update();
        fixture.accept("used a");
        assertThat(fixture.await(DeliveryProcessed.class).deliveryId().tenant()).isEqualTo(new TenantId("a"));
        fixture.sql("update webhook_journal set claimed_until = now() where claimed_by = 'other'")
                .update();
        assertThat(fixture.await(DeliveryProcessed.class).deliveryId().tenant()).isEqualTo(new TenantId("b"));
    }

    @Test
    void journalsWhileItIsStoppedAndWorksAfterwards() {
        fixture.stop();
        fixture.accept("used a");
        assertThat(fixture.worked()).isEmpty();
        fixture.start();
        fixture.await(DeliveryProcessed.class);
    }

    @Test
    void triesAgainAfterATroubleThatPasses() {
        AtomicInteger troubles = fixture.trouble(1);
        fixture.accept("used a");
        fixture.await(DeliveryProcessed.class);
        assertThat(troubles).hasValue(0);
    }

    @Test
    void keepsTheOrderOfALaneAcrossDeliveries() {
        List<String> messages =
                IntStream.range(0, 60).mapToObj(number -> "m" + number).toList();
        messages.forEach(message -> fixture.accept("used acme " + message));
        fixture.awaitDone();
        assertThat(fixture.worked()).isEqualTo(messages);
    }

    @Test
    void recordsNoEventTwice() {
        fixture.accept("used a");
        fixture.awaitDone();
        List<Event> events = fixture.events();
        assertThat(events).hasSize(2).doesNotHaveDuplicates();
    }
}
