package io.chatledger.projection.live;

import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.projection.ErasedBefore;
import io.chatledger.projection.Fact;
import io.chatledger.projection.deadletter.Happening;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whose words must not be in the rows that a batch has touched: persons who are erased in it, and those who were before
 * and of whom something still came, as their key is destroyed a moment after the erasure and others remember it for
 * another moment.
 */
final class ErasedPersons {

    private final ErasedBefore before;

    ErasedPersons(ErasedBefore before) {
        this.before = before;
    }

    List<StreamId> in(List<Happening> events) {
        Set<StreamId> erased = new HashSet<>();
        Set<StreamId> others = new HashSet<>();
        events.stream()
                .map(Happening::fact)
                .filter(Objects::nonNull)
                .map(Fact::event)
                .filter(event -> event.person() != null)
                .forEach(event -> (event instanceof PersonErased ? erased : others).add(event.person()));
        others.removeAll(erased);
        erased.addAll(before.among(others));
        return List.copyOf(erased);
    }
}
