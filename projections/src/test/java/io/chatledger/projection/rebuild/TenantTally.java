package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.projection.Projection;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Counts what came to a tenant, from many streams into one row. */
final class TenantTally implements Projection<WebhookEvent, WebhookJournalViewRecord> {

    @Override
    public String name() {
        return "tenant-tally";
    }

    @Override
    public Table<WebhookJournalViewRecord> table() {
        return WEBHOOK_JOURNAL_VIEW;
    }

    @Override
    public Class<WebhookEvent> events() {
        return WebhookEvent.class;
    }

    @Override
    public String id(WebhookEvent event) {
        return "all";
    }

    @Override
    public Partition partition() {
        return Partition.BY_TENANT;
    }

    @Override
    public WebhookJournalViewRecord fold(@Nullable WebhookJournalViewRecord row, WebhookEvent event, TenantId tenant) {
        WebhookJournalViewRecord next = new WebhookJournalViewRecord();
        next.setTenantId(tenant.value());
        next.setId("all");
        next.setSource("all");
        next.setReceivedAt(event.at());
        next.setStatus("counted");
        next.setAttempts(row == null ? 1 : row.getAttempts() + 1);
        next.setDuplicates(0);
        next.setRepeats(0);
        return next;
    }
}
