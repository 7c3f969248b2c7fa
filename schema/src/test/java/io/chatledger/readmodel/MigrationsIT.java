package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Installations that exist have the migrations as they were: one that has landed stays as it is. Each has a file with its
 * checksum, which {@code -Dmigrations.approve=true} writes for new ones.
 */
class MigrationsIT {

    private static final Path LANDED = Path.of("src/test/resources/migrations");

    @Test
    void whatHasLandedIsAsItWasAndNothingElseIsThere() throws IOException {
        Map<String, String> applied = applied();
        if (Boolean.getBoolean("migrations.approve")) {
            approve(applied);
        }
        assertThat(applied).as("none in %s is changed", LANDED).containsExactlyInAnyOrderEntriesOf(landed());
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

    /** What is approved already is never written again. */
    private static void approve(Map<String, String> applied) throws IOException {
        for (Map.Entry<String, String> one : applied.entrySet()) {
            Path file = LANDED.resolve(one.getKey());
            if (Files.notExists(file)) {
                Files.writeString(file, one.getValue() + "\n");
            }
        }
    }

    private static Map<String, String> landed() throws IOException {
        try (Stream<Path> files = Files.list(LANDED)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), MigrationsIT::checksum));
        }
    }

    private static String checksum(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> applied() {
        return Arrays.stream(MigratedDatabase.flyway().load().info().applied())
                .collect(Collectors.toMap(
                        MigrationsIT::file, one -> String.valueOf(one.getChecksum()), (one, _) -> one, TreeMap::new));
    }

    private static String file(MigrationInfo migration) {
        return "V%s__%s.txt"
                .formatted(migration.getVersion(), migration.getDescription().replace(' ', '_'));
    }
}
