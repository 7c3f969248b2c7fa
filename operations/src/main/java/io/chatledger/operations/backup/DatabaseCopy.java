package io.chatledger.operations.backup;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Copies a running database that archives its log. Work goes on meanwhile; what the copy misses is in the log. */
final class DatabaseCopy {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Connection database;
    private final BackupFolder folder;

    /** @param database as a superuser, for this backup alone: PostgreSQL ends a backup with its session */
    DatabaseCopy(Connection database, BackupFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** @return once copy and log are complete, and the copy was read again and found the same */
    Backup make() throws SQLException, IOException {
        if (!ask("show archive_mode").equals("on")) {
            throw new IOException("the database does not archive its log: start it with scripts/run --backup DIR");
        }
        Instant started = now();
        Path making = folder.base().resolve("." + NAME.format(started) + ".making");
        FileSystemUtils.deleteRecursively(making);
        Path files = Files.createDirectories(making.resolve("files"));
        String start = ask("select pg_walfile_name(pg_backup_start('chatledger', true))");
        List<Manifest.Entry> entries = copy(Path.of(ask("show data_directory")), files);
        Manifest manifest = finish(started, start, entries, files);
        verify(manifest, files);
        manifest.write(making.resolve(BackupFolder.MANIFEST));
        PackedFile.force(making);
        Path done = folder.base().resolve(NAME.format(started));
        Files.move(making, done, StandardCopyOption.ATOMIC_MOVE);
        PackedFile.force(folder.base());
        return new Backup(done, manifest);
    }

    /** @throws IOException that names the first file that is not as it was */
    static void verify(Manifest manifest, Path files) throws IOException {
        for (Manifest.Entry entry : manifest.files()) {
            PackedFile.unpack(entry, files, OutputStream.nullOutputStream());
        }
    }

    private static List<Manifest.Entry> copy(Path cluster, Path files) throws IOException {
        ClusterFiles found = ClusterFiles.of(cluster);
        for (Path inner : found.folders()) {
            Files.createDirectories(files.resolve(inner));
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Path file : found.files()) {
            try (InputStream from = Files.newInputStream(cluster.resolve(file))) {
                entries.add(PackedFile.pack(file.toString(), from, files));
            } catch (NoSuchFileException gone) {
                // a table that was dropped meanwhile: the log says so too
            }
        }
        return entries;
    }

    /** Waits until the log that belongs to the copy is in the archive. */
    private Manifest finish(Instant started, String start, List<Manifest.Entry> entries, Path files)
            throws SQLException, IOException {
        try (Statement statement = database.createStatement();
                ResultSet end =
                        statement.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(true)")) {
            end.next();
            byte[] label = end.getString(1).getBytes(StandardCharsets.UTF_8);
            entries.add(PackedFile.pack("backup_label", new ByteArrayInputStream(label), files));
            return new Manifest(
                    Manifest.FORMAT,
                    started,
                    now(),
                    ask("show server_version"),
                    ask("select system_identifier::text from pg_control_system()"),
                    Long.parseLong(ask("select position::text from event_head")),
                    start,
                    end.getString(2),
                    entries);
        }
    }

    private Instant now() throws SQLException {
        return Instant.parse(
                ask("select to_char(clock_timestamp() at time zone 'UTC'," + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
