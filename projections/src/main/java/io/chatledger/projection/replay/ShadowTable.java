package io.chatledger.projection.replay;

import io.chatledger.projection.Announcements;
import io.chatledger.projection.Projection;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/**
 * The table {@code rebuild.<view>}, where rows are made before they take the place of the view's. Nothing in it
 * outlives a rebuild, so it is kept out of the log of the database, without what the database derives from other
 * columns.
 */
final class ShadowTable {

    private static final String SCHEMA = "rebuild";

    private final Projection<?, ?> projection;
    private final DSLContext dsl;
    private final Name name;

    ShadowTable(Projection<?, ?> projection, DSLContext dsl) {
        this.projection = projection;
        this.dsl = dsl;
        this.name = DSL.name(SCHEMA, projection.table().getName());
    }

    /** A context in which the projection's table is this one. */
    static DSLContext context(DSLContext dsl) {
        RenderMapping mapping = new RenderMapping()
                .withSchemata(new MappedSchema().withInput("").withOutput(SCHEMA));
        Settings settings = SettingsTools.clone(dsl.settings()).withRenderMapping(mapping);
        return DSL.using(dsl.configuration().derive(settings));
    }

    void create() {
        drop();
        dsl.execute(
                "create unlogged table {0} (like {1}, primary key (tenant_id, id))",
                name, projection.table().getQualifiedName());
    }

    void drop() {
        dsl.execute("drop table if exists {0}", name);
    }

    /** In one transaction, so that readers see all the old rows or all the new ones. */
    void replaceView() {
        dsl.deleteFrom(projection.table()).execute();
        dsl.execute(
                "insert into {0} ({1}) select {1} from {2}",
                projection.table(),
                DSL.list(projection.columns().stream()
                        .map(column -> DSL.field(column.getUnqualifiedName()))
                        .toList()),
                name);
        new Announcements(dsl).everything(projection.table());
    }
}
