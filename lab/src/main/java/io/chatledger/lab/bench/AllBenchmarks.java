package io.chatledger.lab.bench;

import io.chatledger.lab.LabProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One benchmark after the other, each in a process of its own so that none runs on what another has warmed up, and then
 * what each has come to beside its aims.
 */
final class AllBenchmarks {

    /** What a benchmark has to end its application and its database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Held while a process is started, and for good once the end has begun: nothing is started after that. */
    private static final ReentrantLock STARTING = new ReentrantLock();

    private static @Nullable Process running;

    private AllBenchmarks() {}

    /** @return whether all aims are met */
    static boolean run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(AllBenchmarks::end));
        List<String> said = new ArrayList<>();
        boolean met = true;
        for (Benchmark benchmark : Benchmark.ALL) {
            System.out.println("== " + benchmark.name() + " " + String.join(" ", benchmark.options()));
            String last = lastLine(benchmark);
            JsonNode figures = figures(last);
            said.add(benchmark.name() + " " + (last == null ? "has failed" : last));
            benchmark.aims().forEach(aim -> said.add("  " + aim.verdict(figures)));
            met &= benchmark.aims().stream().allMatch(aim -> aim.isMet(figures));
        }
        System.out.println("==");
        said.forEach(System.out::println);
        return met;
    }

    /** Null where the benchmark has failed. */
    private static @Nullable String lastLine(Benchmark benchmark) throws IOException, InterruptedException {
        Process process = start(LabProcess.of(
                        Bench.class,
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(option -> !option.startsWith("-Dloader."))
                                .toList(),
                        Stream.concat(Stream.of(benchmark.name()), benchmark.options().stream())
                                .toList())
                .redirectErrorStream(true));
        String last = null;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
                last = line;
            }
        }
        return process.waitFor() == 0 ? last : null;
    }

    private static Process start(ProcessBuilder benchmark) throws IOException {
        STARTING.lock();
        try {
            Process process = benchmark.start();
            running = process;
            return process;
        } finally {
            STARTING.unlock();
        }
    }

    /** Whoever stops all of them stops the one that runs, with the processes that it has started. */
    private static void end() {
        STARTING.lock();
        Process process = running;
        if (process == null) {
            return;
        }
        process.toHandle().destroy(); // which leaves what it says to be read to its end
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode figures(@Nullable String last) {
        try {
            return JsonMapper.shared().readTree(last == null ? "{}" : last);
        } catch (JacksonException none) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
