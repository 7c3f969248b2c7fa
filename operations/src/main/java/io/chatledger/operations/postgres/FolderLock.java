package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Keeps a second ChatLedger out of a data folder. The kernel lets go of it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(DataFolder folder) {
        FileChannel channel = open(folder);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: refused below like any other
        } catch (IOException e) {
            close(channel);
            throw DataFolder.unwritable(folder.root(), e);
        }
        close(channel);
        throw new StartupFailure("The data folder " + folder.root() + " is in use by another ChatLedger.");
    }

    private static FileChannel open(DataFolder folder) {
        try {
            return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DataFolder.unwritable(folder.root(), e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock file cannot be closed", e);
        }
    }
}
