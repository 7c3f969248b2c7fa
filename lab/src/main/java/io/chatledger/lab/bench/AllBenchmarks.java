package io.chatledger.lab.bench;

import io.chatledger.lab.LabProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private AllBenchmarks() {}

    /** @return whether all aims are met */
    static boolean run() throws IOException, InterruptedException {
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
        Process process = LabProcess.of(
                        Bench.class,
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(option -> !option.startsWith("-Dloader."))
                                .toList(),
                        Stream.concat(Stream.of(benchmark.name()), benchmark.options().stream())
                                .toList())
                .redirectErrorStream(true)
                .start();
        String last = null;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
                last = line;
            }
        }
        return process.waitFor() == 0 ? last : null;
    }

    private static JsonNode figures(@Nullable String last) {
        try {
            return JsonMapper.shared().readTree(last == null ? "{}" : last);
        } catch (JacksonException none) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
