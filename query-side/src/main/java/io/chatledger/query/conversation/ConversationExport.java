package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.JsonColumn;
import io.chatledger.query.LongList;
import io.chatledger.query.PersonExportPart;
import io.chatledger.query.TenantReads;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person and the business have said to each other, the oldest conversation first. */
@Component
@Order(10)
final class ConversationExport implements PersonExportPart {

    private static final int AT_ONCE = 100;

    private final TenantReads reads;

    ConversationExport(TenantReads reads) {
        this.reads = reads;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public String template() {
        return "conversation/export";
    }

    @Override
    public LongList<ExportedConversation> of(TenantId tenant, List<String> contacts) {
        return new LongList<>(last -> after(tenant, contacts, last));
    }

    private List<ExportedConversation> after(
            TenantId tenant, List<String> contacts, @Nullable ExportedConversation last) {
        Condition later = last == null
                ? noCondition()
                : row(CONVERSATION_VIEW.OPENED_AT, CONVERSATION_VIEW.ID).gt(last.openedAt(), last.id());
        return reads.read(
                tenant,
                database -> database.select(CONVERSATION_VIEW.fields())
                        .select(coalesce(CHANNEL_VIEW.DISPLAY_PHONE_NUMBER, CHANNEL_VIEW.NAME)
                                .as("channel"))
                        .from(CONVERSATION_VIEW)
                        .leftJoin(CHANNEL_VIEW)
                        .on(CHANNEL_VIEW.TENANT_ID.eq(CONVERSATION_VIEW.TENANT_ID))
                        .and(CHANNEL_VIEW.ID.eq(CONVERSATION_VIEW.CHANNEL_ID))
                        .where(CONVERSATION_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(CONVERSATION_VIEW.CONTACT_ID.in(contacts))
                        .and(later)
                        .orderBy(CONVERSATION_VIEW.OPENED_AT, CONVERSATION_VIEW.ID)
                        .limit(AT_ONCE)
                        .fetch(found -> exported(tenant, found)));
    }

    @SuppressWarnings("unchecked")
    private ExportedConversation exported(TenantId tenant, Record row) {
        String id = row.get(CONVERSATION_VIEW.ID);
        List<?> notes = JsonColumn.list(row.get(CONVERSATION_VIEW.NOTES), Map.class);
        return new ExportedConversation(
                id,
                row.get("channel", String.class),
                row.get(CONVERSATION_VIEW.STATUS),
                row.get(CONVERSATION_VIEW.TOPIC),
                row.get(CONVERSATION_VIEW.OPENED_AT),
                row.get(CONVERSATION_VIEW.CLOSED_AT),
                (List<Map<String, Object>>) notes,
                new LongList<>(new MessageExport(reads, tenant, id)::after));
    }
}
