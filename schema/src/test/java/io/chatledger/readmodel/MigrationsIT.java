package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
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

    private static List<String> applied() {
        return Arrays.stream(MigratedDatabase.flyway().load().info().applied())
                .map(MigrationsIT::line)
                .toList();
    }

    private static String line(MigrationInfo migration) {
        return migration.getVersion() + " " + migration.getDescription() + " " + migration.getChecksum();
    }
}
