package io.chatledger.projection.replay;

import io.chatledger.projection.Projection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** By which version of its projection each view was made. */
final class Builds {

    private final DSLContext dsl;

    Builds(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those whose views were made by other code than today's, or by none. */
    List<Projection<?, ?>> outdated(List<Projection<?, ?>> projections) {
        Map<String, Integer> versions = dsl.fetch("select name, version from public.projection_build")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
        return projections.stream()
                .filter(projection -> versions.getOrDefault(projection.name(), -1) != projection.version())
                .toList();
    }

    /** @param position of the last event in the view */
    void record(Projection<?, ?> projection, long position) {
        dsl.execute(
                "insert into public.projection_build (name, version, position) values ({0}, {1}, {2})"
                        + " on conflict (name) do update set version = excluded.version,"
                        + " position = excluded.position, built_at = now()",
                DSL.val(projection.name()), DSL.val(projection.version()), DSL.val(position));
    }
}
