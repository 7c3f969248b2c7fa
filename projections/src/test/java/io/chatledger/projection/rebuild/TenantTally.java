package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;

import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.util.List;
import java.util.Set;
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
    public Set<Class<? extends WebhookEvent>> events() {
        return Set.of(WebhookEvent.class);
    }

    @Override
    public List<String> ids(WebhookEvent event) {
        return List.of("all");
    }

    @Override
    public Partition partition() {
        return Partition.BY_TENANT;
    }

    @Override
    public WebhookJournalViewRecord fold(@Nullable WebhookJournalViewRecord row, WebhookEvent event, RowKey key) {
        WebhookJournalViewRecord next = new WebhookJournalViewRecord();
        next.setTenantId(key.tenant());
        next.setId(key.id());
        next.setSource("all");
        next.setReceivedAt(event.at());
        next.setStatus("counted");
        next.setAttempts(row == null ? 1 : row.getAttempts() + 1);
        next.setDuplicates(0);
        next.setRepeats(0);
        return next;
    }
}
