package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are called. They refuse to run as root; root calls them in a user namespace of their own
 * or, where the kernel forbids that, as the user nobody.
 *
 * @param prefix what stands before the program
 * @param owner the user id that must own PostgreSQL's files
 */
record RunAs(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> REACHING_THROUGH_FOLDERS =
            List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override");

    /** The first way that works here: the programs find each other and the password file can be read. */
    static Optional<RunAs> find(DataFolder folder, Programs programs) {
        return ways(userId()).stream()
                .filter(way -> way.works(folder, programs))
                .findFirst();
    }

    static StartupFailure impossible(DataFolder folder) {
        return new StartupFailure("PostgreSQL's programs do not run for this user with the data folder " + folder.root()
                + ": start as a normal user who owns that folder, or set CHATLEDGER_DATABASE_URL.");
    }

    List<String> command(List<String> program) {
        return Stream.concat(prefix.stream(), program.stream()).toList();
    }

    /** Gives a file, or a folder with all in it, to the user that PostgreSQL runs as. */
    void own(Path top) {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!Files.getAttribute(path, "unix:uid").equals(owner)) {
                    Files.setAttribute(path, "unix:uid", owner);
                }
            }
        } catch (IOException e) {
            throw new StartupFailure("The files in " + top + " belong to another user (" + e + ").", e);
        }
    }

    private static int userId() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new StartupFailure("/proc cannot be read (" + e + ").", e);
        }
    }

    private static List<RunAs> ways(int user) {
        if (user != 0) {
            return List.of(new RunAs(List.of(), user));
        }
        List<String> reaching = new ArrayList<>(AS_NOBODY);
        reaching.addAll(REACHING_THROUGH_FOLDERS);
        return List.of(
                new RunAs(List.of("unshare", "--user"), 0), new RunAs(reaching, NOBODY), new RunAs(AS_NOBODY, NOBODY));
    }

    private boolean works(DataFolder folder, Programs programs) {
        try {
            own(folder.password());
            String probe = "test -r \"$0\" && exec \"$1\" --show --pgdata=\"$2\"";
            Process process = new ProcessBuilder(command(List.of(
                            "sh",
                            "-c",
                            probe,
                            folder.password().toString(),
                            programs.path("initdb"),
                            folder.newCluster().toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException | StartupFailure e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
