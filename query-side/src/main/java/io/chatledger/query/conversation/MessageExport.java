package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.JsonColumn;
import io.chatledger.query.TenantReads;
import io.chatledger.query.conversation.ExportedMessage.Step;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation with all that became of them, the oldest first. */
record MessageExport(TenantReads reads, TenantId tenant, String conversationId) {

    private static final int AT_ONCE = 200;

    List<ExportedMessage> after(@Nullable ExportedMessage last) {
        return reads.read(tenant, database -> page(database, last));
    }

    private List<ExportedMessage> page(DSLContext database, @Nullable ExportedMessage last) {
        Condition later = last == null
                ? noCondition()
                : row(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE).gt(last.orderAt(), last.sequence());
        List<MessageViewRecord> rows = database.select(MESSAGE_VIEW.asterisk().except(MESSAGE_VIEW.SEARCH))
                .from(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_VIEW.CONVERSATION_ID.eq(conversationId))
                .and(later)
                .orderBy(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE)
                .limit(AT_ONCE)
                .fetchInto(MESSAGE_VIEW);
        List<MessageStatusViewRecord> reports = reports(database, rows);
        return rows.stream().map(row -> exported(row, reports)).toList();
    }

    private List<MessageStatusViewRecord> reports(DSLContext database, List<MessageViewRecord> rows) {
        String[] own = rows.stream().map(MessageViewRecord::getId).toArray(String[]::new);
        String[] keys = rows.stream()
                .map(MessageViewRecord::getMessageKey)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return database.selectFrom(MESSAGE_STATUS_VIEW)
                .where(MESSAGE_STATUS_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_STATUS_VIEW.ID.eq(any(keys)).or(MESSAGE_STATUS_VIEW.MESSAGE_ID.eq(any(own))))
                .fetch();
    }

    @SuppressWarnings("unchecked")
    private static ExportedMessage exported(MessageViewRecord row, List<MessageStatusViewRecord> reports) {
        return new ExportedMessage(
                row.getId(),
                row.getDirection(),
                row.getSenderType(),
                row.getSenderId(),
                row.getType(),
                row.getText(),
                (Map<String, Object>) JsonColumn.read(row.getContent(), Map.class),
                row.getSentAt(),
                history(row, reports),
                row.getOrderAt(),
                row.getSequence());
    }

    /** Providers tell times in whole seconds, cut off: within one, what we did comes before what they report. */
    private static List<Step> history(MessageViewRecord row, List<MessageStatusViewRecord> reports) {
        Stream<Step> reported = reports.stream()
                .filter(report -> isAbout(report, row))
                .flatMap(report -> JsonColumn.list(report.getHistory(), Step.class).stream());
        return Stream.concat(JsonColumn.list(row.getSendHistory(), Step.class).stream(), reported)
                .sorted(Comparator.comparing(step -> step.at().truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }

    private static boolean isAbout(MessageStatusViewRecord report, MessageViewRecord row) {
        return row.getDirection().equals("outbound")
                && (row.getId().equals(report.getMessageId()) || report.getId().equals(row.getMessageKey()));
    }
}
