package io.chatledger.readmodel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** One PostgreSQL with the real migrations; it ends with the JVM. */
final class MigratedDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private MigratedDatabase() {}

    static DSLContext owner() {
        return DSL.using(POSTGRES.getPostgresDatabase(), SQLDialect.POSTGRES);
    }

    static FluentConfiguration flyway() {
        return Flyway.configure().dataSource(POSTGRES.getPostgresDatabase());
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
