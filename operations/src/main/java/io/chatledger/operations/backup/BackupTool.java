package io.chatledger.operations.backup;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** {@code scripts/backup}: makes a backup of a ChatLedger that runs, or looks through those there are. */
public final class BackupTool {

    private static final String USAGE = """
            Usage: scripts/backup --to DIR [--data DIR]     make a backup now
                   scripts/backup --verify DIR              read all backups again and compare their checksums

            ChatLedger has to run with scripts/run --backup DIR; it makes backups by itself then, every six hours.
            The master key is not in a backup: without it, secrets and personal data stay closed.
            A database of your own is backed up by its own tools; see docs/runbooks/backup-and-restore.md.""";

    private BackupTool() {}

    /** Ends the process: 0 where all is well, 1 where it is not, 2 for a command line that makes no sense. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        try {
            if (args.length == 0 || Arrays.asList(args).contains("--help")) {
                System.out.println(USAGE);
                return args.length == 0 ? 2 : 0;
            }
            Arguments options = Arguments.parse(Arrays.asList(args), List.of("--to", "--data", "--verify"));
            String verified = options.get("--verify");
            if (verified != null) {
                return verify(new BackupFolder(Path.of(verified)));
            }
            String data = options.get("--data");
            make(Path.of(options.required("--to")), Path.of(data == null ? ".data" : data));
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println("scripts/backup: " + wrong.getMessage() + " (try --help)");
            return 2;
        } catch (IOException | SQLException failure) {
            System.err.println("scripts/backup: " + failure.getMessage());
            return 1;
        }
    }

    private static void make(Path to, Path data) throws IOException, SQLException {
        if (!Files.exists(data.resolve("postgres-port")) || !Files.exists(data.resolve("postgres-password"))) {
            throw new IOException("there is no database of ChatLedger in " + data);
        }
        String port = Files.readString(data.resolve("postgres-port")).strip();
        String password = Files.readString(data.resolve("postgres-password")).strip();
        BackupRun run = new BackupRun(new BackupFolder(to.toAbsolutePath()), Retention.USUAL, Clock.systemUTC());
        say(run.carryOut("jdbc:postgresql://127.0.0.1:" + port + "/chatledger", "chatledger", password), "made");
    }

    private static int verify(BackupFolder folder) throws IOException {
        List<Backup> backups = folder.backups();
        int damaged = 0;
        for (Backup backup : backups) {
            try {
                DatabaseCopy.verify(backup.manifest(), backup.files());
                say(backup, "whole");
            } catch (IOException failure) {
                damaged++;
                System.err.println(backup.folder().getFileName() + ": " + failure.getMessage());
            }
        }
        System.out.println(backups.size() + " backups, " + damaged + " damaged");
        return damaged == 0 && !backups.isEmpty() ? 0 : 1;
    }

    private static void say(Backup backup, String how) {
        Manifest manifest = backup.manifest();
        System.out.printf(
                "%s %s: %d events, %d files, %d MB, restorable from %s on%n",
                backup.folder().getFileName(),
                how,
                manifest.eventHead(),
                manifest.files().size(),
                manifest.bytes() >> 20,
                manifest.finishedAt());
    }
}
