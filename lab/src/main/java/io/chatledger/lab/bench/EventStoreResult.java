package io.chatledger.lab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The names of the figures, and the one line of JSON that they come to. */
final class EventStoreResult {

    /** How many clients a figure is of that does not say. */
    static final int CLIENTS = 32;

    private EventStoreResult() {}

    /** For instance {@code oursCreatesPerSecond}, or {@code stockAppendsP99MillisAt8}. */
    static String name(String engine, String what, String unit, int clients) {
        return engine + what + unit + (clients == CLIENTS ? "" : "At" + clients);
    }

    static String json(Figures figures) {
        Map<String, Object> all = new LinkedHashMap<>(figures.medians());
        putRatio(all, "ratioToStock", figures, "oursCreatesPerSecond", "stockCreatesPerSecond");
        putRatio(all, "appendsRatioToStock", figures, "oursAppendsPerSecond", "stockAppendsPerSecond");
        putRatio(all, "ratioToRaw", figures, "oursCreatesPerSecond", "rawInsertsPerSecond");
        putRatio(all, "appendsRatioToRaw", figures, "oursAppendsPerSecond", "rawInsertsPerSecond");
        all.put("cpuMicrosPerCommand", Measured.rounded(figures.median("oursCreatesCpuMicros")));
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static void putRatio(Map<String, Object> all, String name, Figures figures, String of, String to) {
        all.put(name, Measured.rounded(figures.ratio(of, to)));
    }
}
