package io.chatledger.query;

import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a feature that there is not: parcels in {@code parcel_view}, in a depot each.
 *
 * @param name also of the table
 * @param permission to hear of it
 * @param signal a pattern for the id
 */
public record PlainTopic(
        String name,
        String permission,
        String signal,
        @Nullable String page) implements ViewTopic {

    public static final PlainTopic PARCEL =
            new PlainTopic("parcel", "conversations.read", "parcel-%s", "/panel/parcels/{id}");
    public static final PlainTopic DEPOT = new PlainTopic("depot", "journal.read", "depots", "/panel/depots");

    public static ViewTopics topics() {
        return new ViewTopics(List.of(PARCEL, DEPOT));
    }

    @Override
    public Table<?> table() {
        return DSL.table(DSL.name(name + "_view"));
    }

    @Override
    public List<String> signals(String id) {
        return List.of("all-" + name, signal.formatted(id));
    }

    @Override
    public Set<String> hidden() {
        return Set.of("search");
    }

    @Override
    public @Nullable RowComparison comparison() {
        return new RowComparison(name + "s", Set.of("shelf"), "jsonb_build_object('from', '%s')");
    }
}
