package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL process on a data folder whose lock is held by the caller. */
final class PostgresServer {

    private static final int ATTEMPTS = 4;

    private final DataFolder folder;
    private final PostgresProgram program;
    private final ServerLog log;
    private final Extra extra;
    private volatile int port;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    /**
     * What is asked for besides the usual.
     *
     * @param patience how long a start may take, with the recovery that it may begin with
     */
    record Extra(Map<String, String> settings, Duration patience) {

        static final Extra NONE = of(Map.of());

        static Extra of(Map<String, String> settings) {
            return new Extra(settings, Duration.ofMinutes(10));
        }
    }

    private PostgresServer(PostgresProgram program, Extra extra) {
        this.folder = program.folder();
        this.program = program;
        this.extra = extra;
        this.log = new ServerLog(folder.log());
    }

    /** Everything that comes before the first start: programs, password, cluster. */
    static PostgresServer prepare(DataFolder folder) {
        return prepare(folder, Extra.NONE);
    }

    static PostgresServer prepare(DataFolder folder, Extra extra) {
        Cluster.password(folder);
        PostgresProgram program = PostgresProgram.find(folder);
        new Leftovers(folder).stop();
        Cluster.prepare(folder, program.programs(), program.runAs());
        return new PostgresServer(program, extra);
    }

    /** Starts on the port of before, or on a free one the first time, and returns once it takes connections. */
    void start() {
        log.rotate();
        boolean firstTime = port == 0;
        long logged = log.size();
        for (int attempt = 1; attempt <= ATTEMPTS && !stopping; attempt++) {
            new Leftovers(folder).stop();
            port = firstTime ? ServerPort.choose(folder) : port;
            if (isReady(launch())) {
                return;
            }
            Pause.of(Duration.ofMillis(200));
        }
        throw new StartupFailure(
                "PostgreSQL does not start: " + log.lastComplaint(logged) + " (see " + folder.log() + ")");
    }

    int port() {
        return port;
    }

    /** The process as it runs now. */
    Process process() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current;
    }

    CompletableFuture<Process> onExit() {
        return process().onExit();
    }

    /** Runs the program in another way, while no server does. */
    Process alone(List<String> arguments) throws IOException {
        return program.alone(arguments);
    }

    /** Gives a file, or a folder with all in it, to the user that PostgreSQL runs as. */
    void own(Path path) {
        program.runAs().own(path);
    }

    /** Ends sessions and writes a checkpoint; harder means follow where that takes too long. */
    void stop() {
        Process running = last();
        if (running == null) {
            return;
        }
        for (Signal signal : List.of(Signal.FAST, Signal.IMMEDIATE, Signal.KILL)) {
            if (running.isAlive()) {
                signal.sendTo(running.pid());
            }
            if (hasEnded(running, signal == Signal.FAST ? 20 : 5)) {
                break;
            }
        }
        new Leftovers(folder).stop();
    }

    /** From here on nothing is launched any more. */
    private synchronized @Nullable Process last() {
        stopping = true;
        return process;
    }

    private static boolean hasEnded(Process running, long seconds) {
        try {
            return running.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Process launch() {
        if (stopping) {
            throw new StartupFailure("PostgreSQL is being stopped.");
        }
        try {
            Process started = program.serve(port, extra.settings());
            process = started;
            return started;
        } catch (IOException e) {
            throw new StartupFailure("PostgreSQL cannot be run (" + e + ").", e);
        }
    }

    private boolean isReady(Process started) {
        long end = System.nanoTime() + extra.patience().toNanos();
        while (started.isAlive() && !stopping && System.nanoTime() < end) {
            if (saysReady(started.pid())) {
                return true;
            }
            Pause.of(Duration.ofMillis(10));
        }
        return false;
    }

    /** The pid file's first line is the process, its eighth the state; PostgreSQL's own pg_ctl reads it so. */
    private boolean saysReady(long pid) {
        try {
            List<String> lines = Files.readAllLines(folder.pidFile());
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }
}
