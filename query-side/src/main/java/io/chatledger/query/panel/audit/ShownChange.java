package io.chatledger.query.panel.audit;

import io.chatledger.query.FieldChange;
import io.chatledger.query.audit.EventChanges.RowChange;
import io.chatledger.query.replay.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing, ready to be shown.
 *
 * @param view what kind of thing it is
 * @param change {@code added, changed, removed}
 * @param page the address of a page of its own; null where there is none
 */
public record ShownChange(
        String view,
        String id,
        String change,
        List<Field> fields,
        @Nullable String page) {

    /** One field of it. */
    public record Field(ShownValue name, ShownValue before, ShownValue after) {

        private static Field of(FieldChange change) {
            return new Field(
                    new ShownValue(change.name(), "nothing", "", List.of()),
                    ShownValue.of(change.before()),
                    ShownValue.of(change.after()));
        }
    }

    static ShownChange of(RowChange row) {
        return new ShownChange(row.view(), row.id(), row.change(), fields(row.fields()), null);
    }

    static ShownChange of(String word, Difference difference, @Nullable String page) {
        return new ShownChange(word, difference.id(), difference.change(), fields(difference.fields()), page);
    }

    public String shortId() {
        return TimelineEntry.shortened(id);
    }

    private static List<Field> fields(List<FieldChange> changes) {
        return changes.stream().map(Field::of).toList();
    }
}
