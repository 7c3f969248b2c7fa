package io.chatledger.query.panel.audit;

import io.chatledger.query.FieldChange;
import io.chatledger.query.audit.EventChanges.RowChange;
import io.chatledger.query.replay.Difference;
import java.util.List;

/**
 * What became of one thing, ready to be shown.
 *
 * @param view what kind of thing it is
 * @param change {@code added, changed, removed}
 */
public record Change(String view, String id, String change, List<Field> fields) {

    /** One field of it. */
    public record Field(Shown name, Shown before, Shown after) {

        private static Field of(FieldChange change) {
            return new Field(
                    new Shown(change.name(), "nothing", "", List.of()),
                    Shown.of(change.before()),
                    Shown.of(change.after()));
        }
    }

    static Change of(RowChange row) {
        return new Change(row.view(), row.id(), row.change(), fields(row.fields()));
    }

    static Change of(String view, Difference difference) {
        return new Change(view, difference.id(), difference.change(), fields(difference.fields()));
    }

    public String shortId() {
        return Entry.shortened(id);
    }

    private static List<Field> fields(List<FieldChange> changes) {
        return changes.stream().map(Field::of).toList();
    }
}
