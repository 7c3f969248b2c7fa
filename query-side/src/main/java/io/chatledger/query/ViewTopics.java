package io.chatledger.query;

import io.chatledger.kernel.account.Caller;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The topics of all features. */
@Component
public final class ViewTopics {

    private static final String ID = "{id}";
    private static final String ANY = "*";

    private final List<ViewTopic> all;

    /** @throws IllegalStateException if two have the same name */
    public ViewTopics(List<ViewTopic> found) {
        this.all = found.stream().sorted(Comparator.comparing(ViewTopic::name)).toList();
        if (all.stream().map(ViewTopic::name).distinct().count() < all.size()) {
            throw new IllegalStateException("several topics of one name: "
                    + all.stream().map(ViewTopic::name).toList());
        }
    }

    public List<ViewTopic> all() {
        return all;
    }

    public Optional<ViewTopic> named(String name) {
        return all.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** Those that somebody may read. */
    public ViewTopics readableBy(Caller caller) {
        return new ViewTopics(
                all.stream().filter(topic -> caller.may(topic.permission())).toList());
    }

    /** What a change may have made stale. */
    public Set<String> signals(ReadModelChange change) {
        boolean anything = change.view().equals(ReadModelChange.ANYTHING.view());
        return all.stream()
                .filter(topic -> anything || topic.table().getName().equals(change.view()))
                .flatMap(topic -> topic.signals(anything ? ANY : change.id()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The columns of a view that are shown to nobody; keys are told by themselves. */
    public Set<String> hidden(String view) {
        Set<String> hidden = new LinkedHashSet<>(List.of("tenant_id", "id"));
        named(view).ifPresent(topic -> hidden.addAll(topic.hidden()));
        return hidden;
    }

    /** The address of the page of one row; null where it has none to itself. */
    public @Nullable String pageOf(String view, String id) {
        return named(view)
                .map(ViewTopic::page)
                .filter(page -> page.contains(ID))
                .map(page -> page.replace(ID, id))
                .orElse(null);
    }

    /**
     * The address of the page that shows best what became of a stream; null where there is none.
     *
     * @param feature that the stream's events belong to
     * @param stream {@code <tenant>/<kind>/<key>}
     */
    public @Nullable String pageOfStream(String feature, String stream) {
        String[] parts = stream.split("/", -1);
        String own = parts.length == 3 ? pageOf(parts[1], parts[2]) : null;
        return own != null
                ? own
                : named(feature)
                        .map(ViewTopic::page)
                        .filter(page -> !page.contains(ID))
                        .orElse(null);
    }
}
