package io.chatledger.projection.rebuild;

import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/**
 * The tables that a fold of the history fills, in the order of their life; only the owner of the views may do so, hence the functions
 * of the migration {@code V7__rebuild.sql}. Calls take part in the transaction of the context.
 */
public final class HistoryTables {

    /** Where tables are made that are to take the place of the views. */
    public static final String REBUILD = "rebuild";

    /** Where the views are kept as they were before their last rebuild. */
    public static final String RETIRED = "retired";

    private final DSLContext dsl;
    private final String schema;

    /** @param schema {@link #REBUILD}, {@link #RETIRED}, or {@code as_of_<id>}, which must exist */
    public HistoryTables(DSLContext dsl, String schema) {
        this.dsl = dsl;
        this.schema = schema;
    }

    /**
     * An empty table with the columns of the view, for {@link HistoryFold} to fill.
     *
     * @return what the database knows it by
     */
    public long create(Table<?> view) {
        return Objects.requireNonNull(dsl.fetchOne(
                        "select public.replay_create({0}, {1})::bigint", DSL.val(schema), DSL.val(view.getName())))
                .get(0, Long.class);
    }

    /** The primary key alone, where rows must be found before the table is full. */
    void key(Table<?> view) {
        call("replay_key", view);
    }

    /** All the view's keys and indexes, and statistics for the planner. */
    public void index(Table<?> view) {
        call("replay_index", view);
    }

    /** Policies and grants as the view has them. Nothing can be copied into the table after this. */
    public void protect(Table<?> view) {
        call("replay_seal", view);
    }

    /** Does nothing where there is no such table. */
    public void drop(Table<?> view) {
        call("replay_drop", view);
    }

    /**
     * The tables of {@link #REBUILD} become the views, which are kept in {@link #RETIRED}. Gives up after a moment where
     * somebody goes on reading one of them.
     *
     * @param made what {@link #create} has answered for each view
     */
    void swap(Map<Table<?>, Long> made) {
        dsl.fetch(
                "select public.replay_swap({0}, {1}::oid[])",
                DSL.val(made.keySet().stream().map(Table::getName).toArray(String[]::new)),
                DSL.val(made.values().toArray(Long[]::new)));
    }

    boolean exists(Table<?> view) {
        return dsl.fetchExists(
                DSL.table("pg_catalog.pg_tables"),
                DSL.condition("schemaname = {0} and tablename = {1}", DSL.val(schema), DSL.val(view.getName())));
    }

    /** A context in which the views are these tables. */
    DSLContext context() {
        RenderMapping mapping = new RenderMapping()
                .withSchemata(new MappedSchema().withInput("").withOutput(schema));
        Settings settings = SettingsTools.clone(dsl.settings()).withRenderMapping(mapping);
        return DSL.using(dsl.configuration().derive(settings));
    }

    String schema() {
        return schema;
    }

    private void call(String function, Table<?> view) {
        dsl.fetch("select public." + function + "({0}, {1})", DSL.val(schema), DSL.val(view.getName()));
    }
}
