package io.chatledger.query.audit;

import io.chatledger.query.FieldChange;
import io.chatledger.query.audit.RowsAround.Around;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one event changed of what people see. */
public record EventChanges(long position, List<RowChange> rows) {

    /** What only looks for rows, or puts them in order, says nothing to anybody. */
    private static final List<String> INTERNAL = List.of("tenant_id", "id", "search", "order_at");

    /**
     * What it changed of one row.
     *
     * @param view {@code channel, contact, conversation, message, message-status, webhook-journal}
     * @param change {@code added, changed, removed}
     * @param fields those that are different, by name
     */
    public record RowChange(String view, String id, String change, List<FieldChange> fields) {

        private static RowChange of(Around row) {
            ObjectNode before = shown(row.before());
            ObjectNode after = shown(row.after());
            return new RowChange(
                    row.view(), row.id(), FieldChange.kind(before, after), FieldChange.between(before, after));
        }

        private static @Nullable ObjectNode shown(@Nullable ObjectNode row) {
            return row == null ? null : row.deepCopy().remove(INTERNAL);
        }
    }

    static EventChanges of(long position, List<Around> rows) {
        return new EventChanges(
                position,
                rows.stream()
                        .map(RowChange::of)
                        .filter(row -> !row.fields().isEmpty())
                        .toList());
    }
}
