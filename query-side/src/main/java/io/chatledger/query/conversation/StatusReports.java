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
 * What the provider has reported about some messages. A message that has the provider's id is found by it; one whose
 * sending has not come to an end that we know of, by our own id, which the provider returns.
 */
record StatusReports(List<MessageStatusViewRecord> rows) {

    private static final String OUTBOUND = "outbound";

    static StatusReports of(DSLContext database, TenantId tenant, List<MessageViewRecord> messages) {
        String[] provided = keys(messages, MessageViewRecord::getProviderMessageId);
        String[] own = keys(messages, message -> isUnaccepted(message) ? message.getId() : null);
        if (provided.length + own.length == 0) {
            return new StatusReports(List.of());
        }
        return new StatusReports(database.selectFrom(MESSAGE_STATUS_VIEW)
                .where(MESSAGE_STATUS_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_STATUS_VIEW
                        .PROVIDER_MESSAGE_ID
                        .eq(any(provided))
                        .or(MESSAGE_STATUS_VIEW.MESSAGE_ID.eq(any(own))))
                .fetch());
    }

    List<MessageStatusViewRecord> about(MessageViewRecord message) {
        if (!isOutbound(message)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> isUnaccepted(message) ? message.getId().equals(row.getMessageId()) : isOf(row, message))
                .toList();
    }

    static boolean isOutbound(MessageViewRecord message) {
        return OUTBOUND.equals(message.getDirection());
    }

    private static boolean isOf(MessageStatusViewRecord row, MessageViewRecord message) {
        return row.getProviderMessageId().equals(message.getProviderMessageId())
                && row.getPhoneNumberId().equals(message.getPhoneNumberId());
    }

    private static boolean isUnaccepted(MessageViewRecord message) {
        return message.getProviderMessageId() == null;
    }

    private static String[] keys(List<MessageViewRecord> messages, Function<MessageViewRecord, @Nullable String> key) {
        return messages.stream()
                .filter(StatusReports::isOutbound)
                .map(key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }
}
