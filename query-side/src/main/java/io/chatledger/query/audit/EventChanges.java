package io.chatledger.query.audit;

import io.chatledger.query.FieldChange;
import io.chatledger.query.ViewTopics;
import io.chatledger.query.audit.RowsAround.Around;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one event changed of what people see. */
public record EventChanges(long position, List<RowChange> rows) {

    /**
     * What it changed of one row.
     *
     * @param view what kind of row it is, such as {@code conversation}
     * @param change {@code added, changed, removed}
     * @param fields those that are different, by name
     */
    public record RowChange(String view, String id, String change, List<FieldChange> fields) {

        private static RowChange of(Around row, Set<String> hidden) {
            ObjectNode before = shown(row.before(), hidden);
            ObjectNode after = shown(row.after(), hidden);
            return new RowChange(
                    row.view(), row.id(), FieldChange.kind(before, after), FieldChange.between(before, after));
        }

        private static @Nullable ObjectNode shown(@Nullable ObjectNode row, Set<String> hidden) {
            return row == null ? null : row.deepCopy().remove(hidden);
        }
    }

    /** @param topics say which columns nobody is shown */
    static EventChanges of(long position, List<Around> rows, ViewTopics topics) {
        return new EventChanges(
                position,
                rows.stream()
                        .map(row -> RowChange.of(row, topics.hidden(row.view())))
                        .filter(row -> !row.fields().isEmpty())
                        .toList());
    }
}
