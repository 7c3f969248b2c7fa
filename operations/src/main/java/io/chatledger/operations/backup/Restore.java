package io.chatledger.operations.backup;

import io.chatledger.kernel.problem.StartupFailure;
import io.chatledger.operations.backup.BackupFolder.Backup;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import io.chatledger.operations.postgres.RestoredCluster;
import io.chatledger.operations.postgres.WalArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a new data folder out of a backup, as it was at a moment. */
final class Restore {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final BackupFolder folder;

    Restore(BackupFolder folder) {
        this.folder = folder;
    }

    /**
     * What was restored.
     *
     * @param backup name of the copy it began with
     * @param position of the newest event
     * @param newest when it was recorded; null where there is none
     * @param whole whether positions have no gaps and the head is the newest event
     */
    record Result(String backup, long position, @Nullable Instant newest, boolean whole) {}

    /**
     * @param target a folder that does not exist or is empty
     * @param until the last moment to be restored; null for all there is
     * @throws StartupFailure with one line for the person who asked
     */
    Result into(Path target, @Nullable Instant until) throws IOException, SQLException {
        Backup backup = newestBefore(until);
        RestoredCluster cluster = RestoredCluster.into(target);
        copy(backup, cluster.files());
        cluster.recover(WalArchive.in(folder.wal()), until);
        if (Files.exists(folder.erasures())) {
            Files.copy(folder.erasures(), cluster.root().resolve(ErasuresAgain.FILE));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(cluster.root());
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            return look(backup, connection);
        }
    }

    private Backup newestBefore(@Nullable Instant until) throws IOException {
        List<Backup> backups = folder.backups();
        return backups.stream()
                .filter(backup ->
                        until == null || !backup.manifest().finishedAt().isAfter(until))
                .max(Comparator.comparing(backup -> backup.manifest().finishedAt()))
                .orElseThrow(() -> new StartupFailure(
                        backups.isEmpty()
                                ? "There is no complete backup in " + folder.root() + "."
                                : "The first backup in " + folder.root() + " is of "
                                        + backups.getFirst().manifest().finishedAt()
                                        + ": nothing before can be restored."));
    }

    private static void copy(Backup backup, Path target) throws IOException {
        for (Path inner : foldersOf(backup.files())) {
            Files.createDirectories(target.resolve(inner), PRIVATE_FOLDER);
        }
        for (Manifest.Entry entry : backup.manifest().files()) {
            Path file = target.resolve(entry.path()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("the backup names a file outside: " + entry.path());
            }
            Files.createFile(file, PRIVATE);
            try (OutputStream to = Files.newOutputStream(file)) {
                PackedFile.unpack(entry, backup.files(), to);
            }
        }
    }

    private static List<Path> foldersOf(Path files) throws IOException {
        try (var all = Files.walk(files)) {
            return all.filter(path -> Files.isDirectory(path) && !path.equals(files))
                    .map(files::relativize)
                    .toList();
        }
    }

    private static Result look(Backup backup, Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select h.position, max(e.recorded_at), count(e.position) ="
                        + " h.position and coalesce(max(e.position), 0) = h.position from event_head h left join event e"
                        + " on true group by h.position")) {
            row.next();
            return new Result(
                    String.valueOf(backup.folder().getFileName()),
                    row.getLong(1),
                    row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                    row.getBoolean(3));
        }
    }
}
