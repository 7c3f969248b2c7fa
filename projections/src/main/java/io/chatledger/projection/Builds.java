package io.chatledger.projection;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** By which version of its projection each view was made. */
public final class Builds {

    private final DSLContext dsl;

    public Builds(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those whose views were made by older code than this, or by none. */
    public List<Projection<?, ?>> outdated(List<Projection<?, ?>> projections) {
        Map<String, Integer> versions = versions();
        return projections.stream()
                .filter(projection -> versions.getOrDefault(projection.name(), -1) < projection.version())
                .toList();
    }

    /**
     * Names of those whose views were made by newer code than this, which may have projections that this has not:
     * nothing may be folded here then. That holds to the end of a transaction that holds the token of {@link
     * Projections#PROCESSOR}.
     */
    public List<String> newer(List<Projection<?, ?>> projections) {
        Map<String, Integer> versions = versions();
        projections.forEach(projection -> versions.computeIfPresent(
                projection.name(), (name, made) -> made > projection.version() ? made : null));
        return versions.keySet().stream().sorted().toList();
    }

    private Map<String, Integer> versions() {
        return dsl.fetch("select name, version from public.projection_build")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }

    /** @param position of the last event in the view */
    public void record(Projection<?, ?> projection, long position) {
        dsl.execute(
                "insert into public.projection_build (name, version, position) values ({0}, {1}, {2})"
                        + " on conflict (name) do update set version = excluded.version,"
                        + " position = excluded.position, built_at = now()",
                DSL.val(projection.name()), DSL.val(projection.version()), DSL.val(position));
    }
}
