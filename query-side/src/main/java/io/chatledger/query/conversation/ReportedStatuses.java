package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;
import static org.jooq.impl.DSL.any;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has reported about some messages. They are found by the key of the message; where there
 * is none yet, or none was kept in those days, by our own id, which the provider returns.
 */
record ReportedStatuses(List<MessageStatusViewRecord> rows) {

    private static final String OUTBOUND = "outbound";

    static ReportedStatuses of(DSLContext database, TenantId tenant, List<MessageViewRecord> messages) {
        String[] keys = ids(messages, MessageViewRecord::getMessageKey);
        String[] own = ids(messages, message -> isKeyless(message) ? message.getId() : null);
        if (keys.length + own.length == 0) {
            return new ReportedStatuses(List.of());
        }
        return new ReportedStatuses(database.selectFrom(MESSAGE_STATUS_VIEW)
                .where(MESSAGE_STATUS_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_STATUS_VIEW.ID.eq(any(keys)).or(MESSAGE_STATUS_VIEW.MESSAGE_ID.eq(any(own))))
                .fetch());
    }

    List<MessageStatusViewRecord> about(MessageViewRecord message) {
        if (!isOutbound(message)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> isKeyless(message)
                        ? message.getId().equals(row.getMessageId())
                        : row.getId().equals(message.getMessageKey()))
                .toList();
    }

    static boolean isOutbound(MessageViewRecord message) {
        return OUTBOUND.equals(message.getDirection());
    }

    private static boolean isKeyless(MessageViewRecord message) {
        return message.getMessageKey() == null;
    }

    private static String[] ids(List<MessageViewRecord> messages, Function<MessageViewRecord, @Nullable String> id) {
        return messages.stream()
                .filter(ReportedStatuses::isOutbound)
                .map(id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }
}
