package io.chatledger.projection.rebuild;

import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.DeadLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Events that somebody has decided a projection shall do without, as it could not handle them. A replay leaves them out
 * too, or it would never end where the live execution has come to.
 *
 * @param positions of the events, by name of the projection; none without any
 */
record Discards(Map<String, Set<Long>> positions) {

    static Discards of(DSLContext dsl, List<Projection<?, ?>> projections) {
        Map<String, Set<Long>> positions = new HashMap<>();
        for (Projection<?, ?> projection : projections) {
            Set<Long> discarded = DeadLetters.discarded(dsl, projection.name());
            if (!discarded.isEmpty()) {
                positions.put(projection.name(), discarded);
            }
        }
        return new Discards(positions);
    }

    /** Whether any projection does without it: then it need not even be readable. */
    boolean contains(long position) {
        return !positions.isEmpty() && positions.values().stream().anyMatch(some -> some.contains(position));
    }

    /** @param at positions of the facts */
    List<Fact> without(String projection, List<Fact> facts, List<Long> at) {
        Set<Long> discarded = positions.get(projection);
        if (discarded == null) {
            return facts;
        }
        List<Fact> kept = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            if (!discarded.contains(at.get(i))) {
                kept.add(facts.get(i));
            }
        }
        return kept;
    }
}
