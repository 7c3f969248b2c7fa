package io.chatledger.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** By which version of its projection each view was made, and in which lane it is kept up to date. */
public final class Builds {

    /** No projection: a line that makes processes stand still which know no lanes. */
    private static final String LANES = "lanes";

    private final DSLContext dsl;

    public Builds(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What is known of a view. */
    public record Made(int version, String lane) {}

    /** Those whose views were made by older code than this, or by none. */
    public List<Projection<?, ?>> outdated(List<Projection<?, ?>> projections) {
        Map<String, Made> made = made();
        return projections.stream()
                .filter(projection -> !made.containsKey(projection.name())
                        || made.get(projection.name()).version() < projection.version())
                .toList();
    }

    /**
     * Names of those whose views were made by newer code than this, which may have projections that this has not, or
     * which other code keeps in another lane: nothing may be folded here then. That holds to the end of a transaction
     * that holds the token of the projection's lane.
     */
    public List<String> newer(List<Projection<?, ?>> projections) {
        Map<String, Made> made = made();
        projections.forEach(projection ->
                made.computeIfPresent(projection.name(), (name, one) -> isOfHere(projection, one) ? null : one));
        return made.keySet().stream().sorted().toList();
    }

    /** By name of the projection. */
    public Map<String, Made> made() {
        Map<String, Made> made = new HashMap<>(dsl.fetch("select name, version, lane from public.projection_build")
                .intoMap(
                        row -> row.get(0, String.class),
                        row -> new Made(row.get(1, Integer.class), row.get(2, String.class))));
        made.remove(LANES);
        return made;
    }

    /** @param position of the last event in the view */
    public void record(Projection<?, ?> projection, long position) {
        dsl.execute(
                "insert into public.projection_build (name, version, position, lane) values ({0}, {1}, {2}, {3})"
                        + " on conflict (name) do update set version = excluded.version,"
                        + " position = excluded.position, lane = excluded.lane, built_at = now()",
                DSL.val(projection.name()),
                DSL.val(projection.version()),
                DSL.val(position),
                DSL.val(projection.lane()));
    }

    /** From now on it is kept in the lane that it names here, where its view has got as far as the lane is, or has not. */
    public void move(Projection<?, ?> projection, boolean asFar) {
        dsl.execute(
                "update public.projection_build set lane = {0}, version = case when {1} then version else 0 end"
                        + " where name = {2}",
                DSL.val(projection.lane()), DSL.val(asFar), DSL.val(projection.name()));
    }

    private static boolean isOfHere(Projection<?, ?> projection, Made made) {
        return made.version() <= projection.version() && made.lane().equals(projection.lane());
    }
}
