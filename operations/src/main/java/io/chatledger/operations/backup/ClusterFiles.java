package io.chatledger.operations.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a running database that belong into a copy; which do not is said in PostgreSQL's manual, "Making a Base
 * Backup Using the Low Level API".
 */
final class ClusterFiles {

    /** Kept as empty folders. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "recovery.signal", "standby.signal");

    private static final Path CONTROL = Path.of("global", "pg_control");

    private final List<Path> folders = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    private ClusterFiles() {}

    /** As it is now; files that come and go meanwhile are made good by the log. */
    static ClusterFiles of(Path cluster) throws IOException {
        ClusterFiles found = new ClusterFiles();
        Files.walkFileTree(cluster, found.new Visitor(cluster));
        // Last, as the manual asks for: it says from where the log has to be read.
        found.files.remove(CONTROL);
        found.files.add(CONTROL);
        return found;
    }

    /** Relative, parents first. */
    List<Path> folders() {
        return folders;
    }

    /** Relative. */
    List<Path> files() {
        return files;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path cluster;

        Visitor(Path cluster) {
            this.cluster = cluster;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path relative = cluster.relativize(folder);
            String name = relative.toString();
            if (name.startsWith("pgsql_tmp") || folder.getFileName().toString().startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.isEmpty()) {
                folders.add(relative);
            }
            return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (attributes.isSymbolicLink()) {
                throw new IOException(file + " is a link: tablespaces are not supported");
            }
            if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp") && !name.startsWith("pg_internal.init")) {
                files.add(cluster.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
