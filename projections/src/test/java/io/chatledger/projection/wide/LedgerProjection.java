package io.chatledger.projection.wide;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;

import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.wide.SampleEvent.EntryPosted;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in a table that is at hand: {@code attempts} is the balance, {@code duplicates} the number of lines, and
 * {@code reason} depends on the order of all lines.
 */
final class LedgerProjection implements Projection<EntryPosted, WebhookJournalViewRecord> {

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Table<WebhookJournalViewRecord> table() {
        return WEBHOOK_JOURNAL_VIEW;
    }

    @Override
    public Set<Class<? extends EntryPosted>> events() {
        return Set.of(EntryPosted.class);
    }

    @Override
    public List<String> ids(EntryPosted event) {
        return List.of(event.from(), event.to());
    }

    @Override
    public Partition partition() {
        return Partition.BY_TENANT;
    }

    @Override
    public WebhookJournalViewRecord fold(@Nullable WebhookJournalViewRecord row, EntryPosted event, RowKey key) {
        WebhookJournalViewRecord next = row == null ? empty(key) : row.into(WEBHOOK_JOURNAL_VIEW);
        int given = key.id().equals(event.from()) ? event.amount() : 0;
        int got = key.id().equals(event.to()) ? event.amount() : 0;
        next.setAttempts(next.getAttempts() + got - given);
        next.setDuplicates(next.getDuplicates() + 1);
        next.setReason(Integer.toString((next.getReason() + "," + event).hashCode()));
        return next;
    }

    private static WebhookJournalViewRecord empty(RowKey key) {
        WebhookJournalViewRecord row = new WebhookJournalViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setSource("ledger");
        row.setStatus("account");
        row.setReceivedAt(java.time.Instant.EPOCH);
        row.setAttempts(0);
        row.setDuplicates(0);
        row.setRepeats(0);
        row.setReason("");
        return row;
    }
}
