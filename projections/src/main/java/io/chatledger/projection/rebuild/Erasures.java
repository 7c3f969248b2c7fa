package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.StreamId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The persons whose rows a fold of the history has still to clear: who is erased in what it reads, and who was erased before and of
 * whom something still came. Used by several threads at once.
 */
final class Erasures {

    private final Set<Person> ever = ConcurrentHashMap.newKeySet();
    private final Set<Person> due = ConcurrentHashMap.newKeySet();

    void note(Event event) {
        if (event instanceof PersonErased gone) {
            ever.add(Person.of(gone.person()));
            due.add(Person.of(gone.person()));
            return;
        }
        StreamId person = ever.isEmpty() ? null : event.person();
        if (person != null && ever.contains(Person.of(person))) {
            due.add(Person.of(person));
        }
    }

    /** Call when all that was noted is in the tables, and nobody notes any more meanwhile. */
    void carryOut(Consumer<Collection<Person>> clearing) {
        if (!due.isEmpty()) {
            clearing.accept(due);
            due.clear();
        }
    }
}
