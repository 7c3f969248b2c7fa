package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;

import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said became of a message, known to us or not. The reports are a set: whatever order they
 * come in, and however often, the row is the same.
 */
public final class MessageStatusProjection implements Projection<StatusReported, MessageStatusViewRecord> {

    @Override
    public String name() {
        return "message-status";
    }

    @Override
    public Table<MessageStatusViewRecord> table() {
        return MESSAGE_STATUS_VIEW;
    }

    @Override
    public Set<Class<? extends StatusReported>> events() {
        return Set.of(StatusReported.class);
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> ids(StatusReported event) {
        return List.of(event.messageKey().key());
    }

    @Override
    public MessageStatusViewRecord fold(@Nullable MessageStatusViewRecord row, StatusReported event, RowKey key) {
        SortedSet<StatusReport> reports = new TreeSet<>();
        if (row != null) {
            reports.addAll(CanonicalJson.read(row.getHistory(), StatusReport.class));
        }
        reports.add(StatusReport.of(event.status()));
        MessageStatusViewRecord next = new MessageStatusViewRecord();
        next.setTenantId(key.tenant());
        next.setId(key.id());
        next.setPhoneNumberId(Storable.key(event.endpoint().id()));
        next.setMessageId(messageId(row, event.messageId()));
        summarize(next, reports);
        return next;
    }

    private static void summarize(MessageStatusViewRecord row, SortedSet<StatusReport> reports) {
        row.setHistory(CanonicalJson.write(reports));
        row.setStatus(furthest(reports).status());
        row.setPricing(pricing(reports));
        row.setReportedAt(reports.last().at());
    }

    private static StatusReport furthest(Collection<StatusReport> reports) {
        return reports.stream()
                .max(Comparator.comparingInt(StatusReport::rank).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** The last one given. */
    private static @Nullable JSONB pricing(Collection<StatusReport> reports) {
        return reports.stream()
                .map(StatusReport::pricing)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .map(CanonicalJson::write)
                .orElse(null);
    }

    /** Reports of one message agree on its id; should they not, the choice must not depend on their order. */
    private static @Nullable String messageId(@Nullable MessageStatusViewRecord row, @Nullable MessageId reported) {
        return Stream.concat(
                        Stream.ofNullable(row).map(MessageStatusViewRecord::getMessageId),
                        Stream.ofNullable(reported).map(MessageId::toString))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
