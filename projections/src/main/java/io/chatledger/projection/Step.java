package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event, and one of the rows that it touches. */
public record Step<E extends Event>(RowKey key, E event, Fact fact) {

    /** What the projection has to do about an event: a step for each row, in the order in which it names them. */
    public static <E extends Event> List<Step<E>> of(Projection<E, ?> projection, Fact fact) {
        E event = known(projection, fact.event());
        if (event == null) {
            return List.of();
        }
        List<String> ids = projection.ids(event);
        return switch (ids.size()) {
            case 0 -> List.of();
            case 1 -> List.of(of(ids.getFirst(), event, fact));
            default -> ids.stream().distinct().map(id -> of(id, event, fact)).toList();
        };
    }

    private static <E extends Event> Step<E> of(String id, E event, Fact fact) {
        return new Step<>(new RowKey(fact.tenant().value(), id), event, fact);
    }

    private static <E extends Event> @Nullable E known(Projection<E, ?> projection, Event event) {
        for (Class<? extends E> family : projection.events()) {
            if (family.isInstance(event)) {
                return family.cast(event);
            }
        }
        return null;
    }
}
