package io.chatledger.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.problem.StartupFailure;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import io.chatledger.operations.postgres.WalArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application with backups on, restored to a moment between two pieces of work. */
class RestoreIT {

    @TempDir
    Path parent;

    @BeforeAll
    static void unpackOnce() {
        System.setProperty(
                "chatledger.postgres.programs",
                Path.of("target", "postgres-bin").toString());
    }

    @Test
    void eventsAndReadModelsAreAsTheyWereAtThatMoment() throws Exception {
        Path backups = parent.resolve("it's a 100% backup");
        BackupFolder folder = new BackupFolder(backups);
        Instant moment;
        List<String> noted;
        Business business;
        String forgotten;
        Path data = parent.resolve("data");
        EmbeddedDatabase database = EmbeddedDatabase.start(data, WalArchive.in(folder.wal()));
        try (database;
                OwnApplication application = application(database, "--chatledger.backup-dir=" + backups)) {
            business = application.register();
            Number number = business.connect();
            forgotten = customer(application, business, number);
            new BackupRun(folder, Retention.USUAL, Clock.systemUTC())
                    .carryOut(database.jdbcUrl(), database.username(), database.password());
            customer(application, business, number);
            AtRest.settle(application);
            moment = Instant.parse(application
                    .ask("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                    .getFirst());
            noted = AtRest.content(application);

            customer(application, business, number);
            erase(business, forgotten);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(folder.erasures()));
            AtRest.settle(application);
            assertThat(AtRest.content(application)).isNotEqualTo(noted);
            String last =
                    application.ask("select pg_walfile_name(pg_switch_wal())").getFirst();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(folder.wal().resolve(last + ".gz")));
        }

        Path restored = parent.resolve("restored");
        assertThat(RestoreTool.run(
                        "--from", backups.toString(), "--to", restored.toString(), "--until", moment.toString()))
                .isZero();
        try (EmbeddedDatabase again = EmbeddedDatabase.start(restored)) {
            try (OwnApplication application = application(again)) {
                assertThat(AtRest.content(application)).isEqualTo(noted);
                assertThat(application.number("select count(*) from session")).isZero();
            }
            try (OwnApplication application = application(again, "--chatledger.data-dir=" + restored)) {
                assertThat(application.ask("select aggregate_id from event where name = 'contact.ContactErased'"))
                        .containsExactly(business.id() + "/contact/" + forgotten);
                assertThat(application.number("select count(*) from person_key where destroyed_at is not null"))
                        .isPositive();
                assertThat(Files.exists(restored.resolve(ErasuresAgain.FILE))).isFalse();
            }
        }
        assertThat(RestoreTool.run("--from", backups.toString(), "--to", restored.toString()))
                .isOne();
        assertThatThrownBy(
                        () -> new Restore(folder).into(parent.resolve("too-early"), moment.minus(Duration.ofDays(1))))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("nothing before");
        assertThatThrownBy(() -> new Restore(folder).into(parent.resolve("too-late"), moment.plus(Duration.ofDays(1))))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("before configured recovery target");
        assertThat(BackupTool.run("--verify", backups.toString())).isZero();
        damage(folder);
        assertThat(BackupTool.run("--verify", backups.toString())).isOne();
        assertThat(RestoreTool.run(
                        "--from",
                        backups.toString(),
                        "--to",
                        parent.resolve("damaged").toString()))
                .isOne();
    }

    private static OwnApplication application(EmbeddedDatabase database, String... more) {
        return new OwnApplication(database.jdbcUrl(), database.username(), database.password(), more);
    }

    /** @return id of the contact that writes and is answered */
    private static String customer(OwnApplication application, Business business, Number number) {
        String customer = Unique.digits();
        String conversation = application.conversationWith(business, number, customer);
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/messages", Map.of("type", "text", "text", "¡Hola!"))
                .expecting(202);
        return business.owner()
                .get("/api/v1/contacts?q=" + customer)
                .items()
                .getFirst()
                .get("id")
                .asString();
    }

    private static void erase(Business business, String contact) {
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked to"))
                .expecting(200);
    }

    private static void damage(BackupFolder folder) throws Exception {
        BackupFolder.Backup backup = folder.backups().getLast();
        Path file = backup.files().resolve(backup.manifest().files().getFirst().path() + ".gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
