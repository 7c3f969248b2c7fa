package io.chatledger.projection.live;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.deadletter.Happening;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Whose words must not be in the rows that a batch has touched: persons who are erased in it, and those who were before
 * and of whom something still came, as their key is destroyed a moment after the erasure and others remember it for
 * another moment.
 */
final class ErasedPersons {

    private final DSLContext dsl;

    ErasedPersons(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<StreamId> in(List<Happening> events) {
        Set<StreamId> erased = new HashSet<>();
        Set<StreamId> others = new HashSet<>();
        events.stream()
                .map(Happening::fact)
                .filter(Objects::nonNull)
                .map(Fact::event)
                .filter(event -> event.person() instanceof ContactId)
                .forEach(event -> (event instanceof PersonErased ? erased : others).add(event.person()));
        others.removeAll(erased);
        erased.addAll(erasedBefore(others));
        return List.copyOf(erased);
    }

    private Set<StreamId> erasedBefore(Set<StreamId> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        String[] tenants = persons.stream().map(one -> one.tenant().value()).toArray(String[]::new);
        String[] keys = persons.stream().map(StreamId::key).toArray(String[]::new);
        Set<String> found = dsl
                .select(CONTACT_VIEW.TENANT_ID, CONTACT_VIEW.ID)
                .from(CONTACT_VIEW)
                .where(
                        "({0}, {1}) in (select * from unnest({2}, {3}))",
                        CONTACT_VIEW.TENANT_ID, CONTACT_VIEW.ID, DSL.val(tenants), DSL.val(keys))
                .and(CONTACT_VIEW.ERASED_AT.isNotNull())
                .fetch(row -> row.value1() + "/" + row.value2())
                .stream()
                .collect(Collectors.toSet());
        return persons.stream()
                .filter(one -> found.contains(one.tenant().value() + "/" + one.key()))
                .collect(Collectors.toSet());
    }
}
