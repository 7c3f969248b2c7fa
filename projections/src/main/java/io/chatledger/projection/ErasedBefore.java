package io.chatledger.projection;

import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who is erased already, as the rows of the persons themselves say: see {@link Projection#erasedAt()}. */
public final class ErasedBefore {

    private final List<Projection<?, ?>> ofPersons;
    private final DSLContext dsl;

    /** @param projections of which some may be about persons themselves */
    public ErasedBefore(Collection<? extends Projection<?, ?>> projections, DSLContext dsl) {
        this.ofPersons = projections.stream()
                .filter(projection -> projection.erasedAt() != null)
                .<Projection<?, ?>>map(projection -> projection)
                .toList();
        this.dsl = dsl;
    }

    /** All of a tenant. */
    public List<StreamId> of(String tenant) {
        return ofPersons.stream()
                .flatMap(projection ->
                        read(projection, Columns.TENANT.in(projection.table()).eq(tenant)))
                .toList();
    }

    /** Those of them who are. */
    public Set<StreamId> among(Set<StreamId> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        String[] tenants = persons.stream().map(one -> one.tenant().value()).toArray(String[]::new);
        String[] keys = persons.stream().map(StreamId::key).toArray(String[]::new);
        Set<StreamId> found = ofPersons.stream()
                .flatMap(projection -> read(
                        projection,
                        DSL.condition(
                                "({0}, {1}) in (select * from unnest({2}, {3}))",
                                Columns.TENANT.in(projection.table()),
                                Columns.ID.in(projection.table()),
                                DSL.val(tenants),
                                DSL.val(keys))))
                .collect(Collectors.toCollection(HashSet::new));
        found.retainAll(persons);
        return found;
    }

    private Stream<StreamId> read(Projection<?, ?> projection, Condition which) {
        return dsl
                .select(Columns.TENANT.in(projection.table()), Columns.ID.in(projection.table()))
                .from(projection.table())
                .where(which)
                .and(Objects.requireNonNull(projection.erasedAt()).isNotNull())
                .fetch(row -> Objects.requireNonNull(
                        projection.stream(new TenantId(row.value1()), UUID.fromString(row.value2())),
                        "a person's row without its stream"))
                .stream();
    }
}
