package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Installations that exist have the migrations as they were: one that has landed stays as it is. */
class MigrationsIT {

    private static final Path LANDED = Path.of("src/test/resources/migrations.txt");

    @Test
    void whatHasLandedIsAsItWasAndNothingElseIsThere() throws IOException {
        assertThat(applied())
                .as("A new migration is added to %s; none there is changed", LANDED)
                .containsExactlyElementsOf(Files.readAllLines(LANDED));
    }

    /** A row of Flyway's own table as it was before migrations stood in folders. */
    @Test
    void whereAMigrationStandsIsNoPartOfIt() {
        MigratedDatabase.owner()
                .execute("update flyway_schema_history set script = regexp_replace(script, '^.*/', '')");
        MigratedDatabase.flyway().load().validate();
        assertThat(MigratedDatabase.flyway().load().migrate().migrationsExecuted)
                .isZero();
    }

    /** As where a process of an earlier release is started again in the middle of an upgrade: its work goes on. */
    @Test
    void anEarlierReleaseStartsWhereOnlyLaterMigrationsAreUnknownToIt() {
        insert("29990101.0000");
        try {
            MigratedDatabase.flyway().outOfOrder(true).load().migrate();
        } finally {
            remove("29990101.0000");
        }
    }

    /** Whoever puts one there keeps earlier releases from starting. */
    @Test
    void anEarlierReleaseDoesNotStartWhereOneBetweenItsOwnIsUnknownToIt() {
        insert("20261128.0021");
        try {
            assertThatThrownBy(() ->
                            MigratedDatabase.flyway().outOfOrder(true).load().migrate())
                    .isInstanceOf(FlywayValidateException.class)
                    .hasMessageContaining("20261128.0021");
        } finally {
            remove("20261128.0021");
        }
    }

    private static void insert(String version) {
        MigratedDatabase.owner()
                .execute(
                        "insert into flyway_schema_history select max(installed_rank) + 1, {0}, 'unknown', 'SQL', 'unknown',"
                                + " 1, 'test', now(), 1, true from flyway_schema_history",
                        DSL.val(version));
    }

    private static void remove(String version) {
        MigratedDatabase.owner().execute("delete from flyway_schema_history where version = {0}", DSL.val(version));
    }

    private static List<String> applied() {
        return Arrays.stream(MigratedDatabase.flyway().load().info().applied())
                .map(MigrationsIT::line)
                .toList();
    }

    private static String line(MigrationInfo migration) {
        return migration.getVersion() + " " + migration.getDescription() + " " + migration.getChecksum();
    }
}
