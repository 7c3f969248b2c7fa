package io.chatledger.query.webhook;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;
import static org.jooq.impl.DSL.noCondition;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Choice;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what became of webhook deliveries. */
@Component
public class WebhookJournalQueries {

    private static final List<String> STATUSES = List.of("received", "processed", "ignored", "failed");

    private final TenantReads reads;

    public WebhookJournalQueries(TenantReads reads) {
        this.reads = reads;
    }

    /**
     * The newest first.
     *
     * @param status {@code received, processed, ignored, failed}; null or empty for all
     * @throws DomainProblem {@code invalid-request}
     */
    public Page<WebhookDeliveryView> find(TenantId tenant, @Nullable String status, Paging paging) {
        Condition found = in(Choice.of(status, "status", STATUSES)).and(after(paging.from()));
        List<WebhookJournalViewRecord> rows = reads.read(
                tenant,
                database -> database.selectFrom(WEBHOOK_JOURNAL_VIEW)
                        .where(WEBHOOK_JOURNAL_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(found)
                        .orderBy(WEBHOOK_JOURNAL_VIEW.RECEIVED_AT.desc(), WEBHOOK_JOURNAL_VIEW.ID)
                        .limit(paging.limit() + 1)
                        .fetch());
        return Page.ofEach(
                rows, paging, WebhookJournalQueries::view, row -> Cursor.of(row.getReceivedAt(), row.getId()));
    }

    private static WebhookDeliveryView view(WebhookJournalViewRecord row) {
        return new WebhookDeliveryView(
                row.getId(),
                row.getSource(),
                row.getReceivedAt(),
                row.getStatus(),
                row.getReason(),
                row.getAttempts(),
                row.getDuplicates(),
                row.getRepeats());
    }

    private static Condition in(@Nullable String status) {
        return status == null ? noCondition() : WEBHOOK_JOURNAL_VIEW.STATUS.eq(status);
    }

    private static Condition after(@Nullable Cursor from) {
        if (from == null) {
            return noCondition();
        }
        Condition later = WEBHOOK_JOURNAL_VIEW.RECEIVED_AT.lt(from.at()).or(WEBHOOK_JOURNAL_VIEW.ID.gt(from.id()));
        return WEBHOOK_JOURNAL_VIEW.RECEIVED_AT.le(from.at()).and(later);
    }
}
