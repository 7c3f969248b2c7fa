package io.chatledger.projection;

import javax.sql.DataSource;
import org.jooq.DSLContext;

/** What the configuration makes, without a container. */
public final class Wired {

    private Wired() {}

    public static DSLContext dsl(DataSource source) {
        return new ProjectionConfiguration().projectionDsl(source);
    }

    public static Projections projections(DSLContext dsl) {
        return new ProjectionConfiguration().projections(dsl);
    }
}
