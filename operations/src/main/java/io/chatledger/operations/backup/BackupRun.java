package io.chatledger.operations.backup;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/** One backup from beginning to end: a copy, and room for the next. */
final class BackupRun {

    private final BackupFolder folder;
    private final Retention retention;
    private final Clock clock;

    BackupRun(BackupFolder folder, Retention retention, Clock clock) {
        this.folder = folder;
        this.retention = retention;
        this.clock = clock;
    }

    /** @throws IOException if another backup is being made, or this one fails */
    Backup carryOut(String url, String username, String password) throws IOException, SQLException {
        Files.createDirectories(folder.base());
        try (FileChannel file = FileChannel.open(
                        folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = tryLock(file);
                Connection database = DriverManager.getConnection(url, username, password)) {
            Backup backup = new DatabaseCopy(database, folder).make();
            retention.apply(folder, clock.instant());
            return backup;
        }
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException ours) {
            // as if another process had it
        }
        throw new IOException("another backup is being made");
    }
}
