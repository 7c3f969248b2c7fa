package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data folder that is being made from a backup. */
public final class RestoredCluster {

    /** A backup may be older than the table. */
    private static final String END_SESSIONS = "do $$ begin if to_regclass('public.session') is not null then"
            + " execute 'delete from public.session'; end if; end $$";

    private static final Duration PATIENCE = Duration.ofHours(24);

    private final DataFolder folder;

    private RestoredCluster(DataFolder folder) {
        this.folder = folder;
    }

    /** @throws StartupFailure if there is something in the folder already */
    public static RestoredCluster into(Path dataDir) {
        DataFolder folder = DataFolder.prepare(dataDir);
        try (var entries = Files.list(folder.root())) {
            if (entries.findAny().isPresent()) {
                throw new StartupFailure("The folder " + folder.root() + " is not empty: restore into a new one.");
            }
        } catch (IOException unreadable) {
            throw DataFolder.unwritable(folder.root(), unreadable);
        }
        return new RestoredCluster(folder);
    }

    public Path root() {
        return folder.root();
    }

    /** Where the copy has to be put before {@link #recover}. */
    public Path files() throws IOException {
        return Files.createDirectories(
                folder.newCluster(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /**
     * Has PostgreSQL replay the archive and then take a new password, as the old one is not in the backup, and forget who
     * was signed in, as who has signed out since is not in it either. Nothing runs afterwards.
     *
     * @param until the last moment to be restored; null for all there is
     * @throws StartupFailure if the archive does not reach that far, or a part of it is missing
     */
    public void recover(WalArchive archive, @Nullable Instant until) throws IOException {
        String password = Cluster.password(folder);
        Files.createFile(folder.newCluster().resolve("recovery.signal"));
        Files.move(folder.newCluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        PostgresServer server =
                PostgresServer.prepare(folder, new PostgresServer.Extra(archive.recovery(until), PATIENCE));
        try {
            server.start();
        } finally {
            server.stop();
        }
        lock(server, password);
    }

    /** Without a network connection, so nobody can come in meanwhile. */
    private void lock(PostgresServer server, String password) throws IOException {
        Process single = server.alone(List.of("--single", "-D", folder.cluster().toString(), EmbeddedDatabase.NAME));
        try (var input = single.outputWriter(StandardCharsets.UTF_8)) {
            input.write("alter role " + Cluster.USER + " password '" + password + "'\n");
            input.write(END_SESSIONS + "\n");
        }
        String said = new String(single.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (single.onExit().join().exitValue() != 0 || said.contains("ERROR")) {
            throw new StartupFailure("The restored database takes no new password: " + said.strip());
        }
    }
}
