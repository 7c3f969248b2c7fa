package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one conversation, read within a transaction.
 *
 * @param from the last row that is known already; null at an end
 */
record MessageThread(
        DSLContext database,
        TenantId tenant,
        String conversationId,
        @Nullable Cursor from) {

    /** @throws DomainProblem {@code not-found} */
    static MessageThread of(DSLContext database, TenantId tenant, String conversationId, @Nullable Cursor from) {
        boolean exists = database.fetchExists(
                CONVERSATION_VIEW,
                CONVERSATION_VIEW.TENANT_ID.eq(tenant.value()),
                CONVERSATION_VIEW.ID.eq(conversationId));
        if (!exists) {
            throw DomainProblem.notFound("conversation");
        }
        return new MessageThread(database, tenant, conversationId, from);
    }

    Page<MessageView> forwards(Paging paging) {
        Condition after = from == null
                ? noCondition()
                : row(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE).gt(from.at(), from.sequence());
        return page(paging, after, List.of(MESSAGE_VIEW.ORDER_AT.asc(), MESSAGE_VIEW.SEQUENCE.asc()), false);
    }

    Page<MessageView> backwards(Paging paging) {
        Condition before = from == null
                ? noCondition()
                : row(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE).lt(from.at(), from.sequence());
        return page(paging, before, List.of(MESSAGE_VIEW.ORDER_AT.desc(), MESSAGE_VIEW.SEQUENCE.desc()), true);
    }

    private Page<MessageView> page(Paging paging, Condition part, List<SortField<?>> order, boolean newestFirst) {
        List<MessageViewRecord> rows = database.select(MESSAGE_VIEW.asterisk().except(MESSAGE_VIEW.SEARCH))
                .from(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_VIEW.CONVERSATION_ID.eq(conversationId))
                .and(part)
                .orderBy(order)
                .limit(paging.limit() + 1)
                .fetchInto(MESSAGE_VIEW);
        return Page.of(rows, paging, some -> views(newestFirst ? some.reversed() : some), MessageThread::cursor);
    }

    private List<MessageView> views(List<MessageViewRecord> rows) {
        ReportedStatuses reports = ReportedStatuses.of(database, tenant, rows);
        return rows.stream()
                .map(message -> MessageRow.view(message, reports.about(message)))
                .toList();
    }

    private static Cursor cursor(MessageViewRecord row) {
        return new Cursor(row.getOrderAt(), row.getSequence(), row.getId());
    }
}
