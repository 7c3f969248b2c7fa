package io.chatledger.projection.webhook;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;

import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The deliveries of the webhook journal and what became of them. */
public final class JournalProjection implements Projection<WebhookEvent, WebhookJournalViewRecord> {

    private static final String PROCESSED = "processed";

    @Override
    public String name() {
        return "webhook-journal";
    }

    @Override
    public Table<WebhookJournalViewRecord> table() {
        return WEBHOOK_JOURNAL_VIEW;
    }

    @Override
    public Set<Class<? extends WebhookEvent>> events() {
        return Set.of(WebhookEvent.class);
    }

    @Override
    public List<String> ids(WebhookEvent event) {
        return List.of(event.deliveryId().key());
    }

    @Override
    public @Nullable WebhookJournalViewRecord fold(
            @Nullable WebhookJournalViewRecord row, WebhookEvent event, RowKey key) {
        if (event instanceof DeliveryReceived received) {
            return row == null ? received(received, key) : row;
        }
        if (row == null) {
            return null;
        }
        WebhookJournalViewRecord next = row.into(WEBHOOK_JOURNAL_VIEW);
        switch (event) {
            case DeliveryReceived _ -> {}
            case DeliveryProcessed done -> processed(next, done);
            case DeliveryIgnored ignored -> attempted(next, "ignored", ignored.attempt(), ignored.reason());
            case DeliveryFailed failed -> attempted(next, "failed", failed.attempt(), failed.reason());
            case DeliveryRepeated repeated -> {
                next.setDuplicates(next.getDuplicates() + repeated.repeats() - next.getRepeats());
                next.setRepeats(repeated.repeats());
            }
        }
        return next;
    }

    private static WebhookJournalViewRecord received(DeliveryReceived event, RowKey key) {
        WebhookJournalViewRecord row = new WebhookJournalViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setSource(Storable.text(event.source()));
        row.setReceivedAt(event.receivedAt());
        row.setStatus("received");
        row.setAttempts(0);
        row.setDuplicates(0);
        row.setRepeats(0);
        return row;
    }

    private static void processed(WebhookJournalViewRecord row, DeliveryProcessed event) {
        // Whoever processes a delivery again finds all of it there: that says nothing about what was delivered twice.
        if (!row.getStatus().equals(PROCESSED)) {
            row.setDuplicates(row.getDuplicates() + event.duplicates());
        }
        attempted(row, PROCESSED, event.attempt(), event.reason());
    }

    private static void attempted(WebhookJournalViewRecord row, String status, int attempt, @Nullable String reason) {
        row.setStatus(status);
        row.setAttempts(attempt);
        row.setReason(Storable.textOrNull(reason));
    }
}
