package io.chatledger.query.access;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.PERSONAL_DATA_READ_VIEW;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.LongList;
import io.chatledger.query.PersonExportPart;
import io.chatledger.query.TenantReads;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was shown just this person's data; lists in which many appear are in the audit trail only. */
@Component
@Order(90)
final class ReadExport implements PersonExportPart {

    private static final int AT_ONCE = 100;

    private final TenantReads reads;

    ReadExport(TenantReads reads) {
        this.reads = reads;
    }

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public String template() {
        return "access/export";
    }

    @Override
    public LongList<ExportedRead> of(TenantId tenant, List<String> contacts) {
        return new LongList<>(last -> after(tenant, contacts, last));
    }

    private List<ExportedRead> after(TenantId tenant, List<String> contacts, @Nullable ExportedRead last) {
        Condition later = last == null
                ? noCondition()
                : row(PERSONAL_DATA_READ_VIEW.READ_AT, PERSONAL_DATA_READ_VIEW.ID)
                        .gt(last.at(), last.id());
        return reads.read(
                tenant,
                database -> database.selectFrom(PERSONAL_DATA_READ_VIEW)
                        .where(PERSONAL_DATA_READ_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(PERSONAL_DATA_READ_VIEW
                                .KEY
                                .in(contacts)
                                .or(PERSONAL_DATA_READ_VIEW.KEY.in(select(CONVERSATION_VIEW.ID)
                                        .from(CONVERSATION_VIEW)
                                        .where(CONVERSATION_VIEW.TENANT_ID.eq(tenant.value()))
                                        .and(CONVERSATION_VIEW.CONTACT_ID.in(contacts)))))
                        .and(later)
                        .orderBy(PERSONAL_DATA_READ_VIEW.READ_AT, PERSONAL_DATA_READ_VIEW.ID)
                        .limit(AT_ONCE)
                        .fetch(row -> new ExportedRead(
                                row.getId(), row.getReadAt(), row.getAccountId(), row.getKind(), row.getAsOf())));
    }
}
