package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * PostgreSQL processes that an earlier run left on a data folder, and the pid file it left. PostgreSQL trusts the pid
 * file alone and refuses to start when its number belongs to any living process, even a dead one that nobody has
 * waited for; the command lines of the living tell the truth.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;

    Leftovers(DataFolder folder) {
        this.folder = folder;
    }

    /** Afterwards no PostgreSQL works on the folder and no pid file is in the way. */
    void stop() {
        servers().forEach(Signal.FAST::sendTo);
        if (!goneWithin(PATIENCE)) {
            all().forEach(Signal.IMMEDIATE::sendTo);
        }
        if (!goneWithin(PATIENCE)) {
            all().forEach(Signal.KILL::sendTo);
        }
        if (!goneWithin(PATIENCE)) {
            throw new StartupFailure("An older PostgreSQL still runs on " + folder.cluster() + " as process " + all()
                    + " and cannot be stopped.");
        }
        try {
            Files.deleteIfExists(folder.pidFile());
        } catch (IOException e) {
            throw DataFolder.unwritable(folder.cluster(), e);
        }
    }

    boolean any() {
        return !all().isEmpty();
    }

    private boolean goneWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (any()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.of(Duration.ofMillis(20));
        }
        return true;
    }

    private Set<Long> servers() {
        Set<Long> found = new TreeSet<>();
        String name = "cluster_name=" + folder.clusterName();
        for (Running running : running()) {
            boolean here = running.words().contains(name)
                    || running.words().contains(folder.cluster().toString());
            if (running.isProgram("postgres") && here) {
                found.add(running.pid());
            }
        }
        return found;
    }

    private Set<Long> all() {
        Set<Long> found = servers();
        String title = "postgres: " + folder.clusterName() + ":";
        running().stream()
                .filter(running -> running.words().getFirst().startsWith(title))
                .forEach(running -> found.add(running.pid()));
        return found;
    }

    private record Running(long pid, List<String> words) {
        boolean isProgram(String name) {
            return Path.of(words.getFirst()).endsWith(name);
        }
    }

    private static List<Running> running() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            List<Running> found = new ArrayList<>();
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                String line = name.matches("\\d+") ? commandLine(entry) : "";
                if (line.contains("postgres")) {
                    found.add(new Running(Long.parseLong(name), List.of(line.split("\0"))));
                }
            }
            return found;
        } catch (IOException e) {
            throw new StartupFailure("/proc cannot be read (" + e + ").", e);
        }
    }

    /** Empty for a process that has ended, waited for or not. */
    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
