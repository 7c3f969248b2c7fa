package io.chatledger.projection.deadletter;

import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Events that somebody has decided a projection shall do without, as it could not handle them. A fold of the history leaves them out
 * too, or it would never end where the live execution has come to.
 *
 * @param sequences that do without an event, by its position, by name of the projection; none without any
 */
public record Discards(Map<String, Map<Long, Set<String>>> sequences) {

    /** Those of the projections. */
    public static Discards of(DSLContext dsl, Collection<? extends Projection<?, ?>> projections) {
        LetterBox letters = new LetterBox(dsl);
        Map<String, Map<Long, Set<String>>> sequences = new HashMap<>();
        for (Projection<?, ?> projection : projections) {
            Map<Long, Set<String>> discarded = letters.passedOver(projection.name());
            if (!discarded.isEmpty()) {
                sequences.put(projection.name(), discarded);
            }
        }
        return new Discards(sequences);
    }

    /** Whether any projection does without it: then it need not even be readable. */
    public boolean contains(long position) {
        return !sequences.isEmpty() && sequences.values().stream().anyMatch(some -> some.containsKey(position));
    }

    /** Whether the row does without the event; one that was discarded with its stream is missing in all rows. */
    public boolean contains(String projection, RowKey row, long position) {
        Set<String> some = sequences.getOrDefault(projection, Map.of()).get(position);
        return some != null
                && (some.contains(Sequences.row(projection, row))
                        || some.stream().anyMatch(sequence -> !Sequences.isRow(sequence)));
    }
}
