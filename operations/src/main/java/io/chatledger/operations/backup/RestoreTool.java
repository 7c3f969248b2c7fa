package io.chatledger.operations.backup;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** {@code scripts/restore}: makes a new data folder out of a backup. */
public final class RestoreTool {

    private static final String USAGE = """
            Usage: scripts/restore --from BACKUP --to DIR [--until 2026-11-20T12:00:00Z]

              --from BACKUP  the folder that scripts/run --backup writes to
              --to DIR       a new data folder, for scripts/run --data DIR
              --until TIME   as it was at that moment; without it, as new as the archive is

            The master key is not in a backup: put master.key into DIR, or set CHATLEDGER_MASTER_KEY.""";

    private RestoreTool() {}

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
            Arguments options = Arguments.parse(Arrays.asList(args), List.of("--from", "--to", "--until"));
            Path from = Path.of(options.required("--from"));
            Path to = Path.of(options.required("--to"));
            String until = options.get("--until");
            return say(new Restore(new BackupFolder(from)).into(to, until == null ? null : Instant.parse(until)), to);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            System.err.println("scripts/restore: " + wrong.getMessage() + " (try --help)");
            return 2;
        } catch (IOException | SQLException | StartupFailure failure) {
            System.err.println("scripts/restore: " + failure.getMessage());
            return 1;
        }
    }

    private static int say(Restore.Result result, Path to) {
        System.out.println("Restored from the backup " + result.backup() + " and the archive.");
        System.out.println("Newest event: position " + result.position() + ", recorded at " + result.newest() + ".");
        System.out.println(
                result.whole()
                        ? "Positions have no gaps, and the head is the newest event."
                        : "POSITIONS HAVE GAPS, or the head is not the newest event: do not use it.");
        if (Files.exists(to.resolve(ErasuresAgain.FILE))) {
            System.out.println("Persons who were forgotten since will be forgotten again when ChatLedger starts.");
        }
        if (!Files.exists(to.resolve("master.key"))) {
            System.out.println(
                    "Put master.key into " + to + ", or set CHATLEDGER_MASTER_KEY: it was not in the backup.");
        }
        return result.whole() ? 0 : 1;
    }
}
