package io.chatledger.lab.bench;

import static io.chatledger.lab.bench.Aim.atLeast;
import static io.chatledger.lab.bench.Aim.atMost;
import static io.chatledger.lab.bench.Aim.isTrue;

import java.util.List;

/**
 * A benchmark as {@code scripts/bench all} runs it: short enough that all of them take a few minutes.
 *
 * @param options what stands behind its name
 */
record Benchmark(String name, List<String> options, List<Aim> aims) {

    /** The event store's aims are what a trial of its idea showed on two cores, before it was built. */
    static final List<Benchmark> ALL = List.of(
            new Benchmark(
                    "event-store",
                    List.of("1500", "--rounds", "3", "--clients", "32"),
                    List.of(
                            atLeast("ratioToStock", 3),
                            atLeast("appendsRatioToStock", 2.9),
                            atLeast("ratioToRaw", 1.6),
                            atMost("oursCreatesP99Millis", 3),
                            atMost("cpuMicrosPerCommand", 60),
                            atMost("commitToHandlerP50Millis", 0.2),
                            atMost("commitToHandlerOtherNodeP50Millis", 2))),
            new Benchmark(
                    "replay",
                    List.of("300000", "--stock", "20000"),
                    List.of(
                            atLeast("ratioToStock", 20),
                            atLeast("ratioToLogRead", 0.25),
                            atMost("liveP99DuringOverBefore", 5),
                            atMost("peakHeapMb", 512),
                            isTrue("identical"))),
            new Benchmark(
                    "webhooks",
                    List.of("5000"),
                    List.of(
                            atLeast("ratioToRawInserts", 0.05),
                            atMost("p99Millis", 50),
                            atMost("commitToVisibleP50Millis", 25),
                            atMost("commitToVisibleP99Millis", 100))));
}
