package io.chatledger.lab.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/chaos [SCENARIO...]}: faults on purpose; the last line is a JSON object with an entry for each,
 * or with the figures themselves where it is the flood alone. */
public final class Chaos {

    private static final String FLOOD = "flood";
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("kill-jvm", new KillJvm());
        SCENARIOS.put("kill-postgres", new KillPostgres());
        SCENARIOS.put("kill-both", new KillBoth());
        SCENARIOS.put("long-outage", new LongOutage());
        SCENARIOS.put("held-transaction", new HeldTransaction());
        SCENARIOS.put("two-nodes", new TwoNodes());
        SCENARIOS.put("stopped-appender", new StoppedAppender());
        SCENARIOS.put("stopped-backend", new StoppedBackend());
        SCENARIOS.put("cut-connection", new CutConnection());
        SCENARIOS.put("full-disk", new FullDisk());
        SCENARIOS.put(FLOOD, new Flood());
    }

    private Chaos() {}

    /** @param args names of scenarios, or none for all; {@code --quick}; {@code --hold=SECONDS} */
    public static void main(String[] args) throws Exception {
        Options options = options(args);
        Path programs = Files.createTempDirectory("chatledger-chaos-postgres");
        System.setProperty("chatledger.postgres.programs", programs.toString());
        Map<String, Object> results = new LinkedHashMap<>();
        boolean passed = true;
        Collection<String> names = options.scenarios().isEmpty() ? SCENARIOS.keySet() : options.scenarios();
        for (String name : names) {
            System.out.println(name + " ...");
            Map<String, Object> result = play(Objects.requireNonNull(SCENARIOS.get(name)), options);
            results.put(name, result);
            passed &= !Boolean.FALSE.equals(result.get("passed"));
            System.out.println(name + ": " + JsonMapper.shared().writeValueAsString(result));
        }
        FileSystemUtils.deleteRecursively(programs);
        System.out.println(JsonMapper.shared()
                .writeValueAsString(options.scenarios().equals(List.of(FLOOD)) ? results.get(FLOOD) : results));
        System.exit(passed ? 0 : 1);
    }

    private static Map<String, Object> play(Scenario scenario, Options options) {
        long begin = System.nanoTime();
        Map<String, Object> result = new LinkedHashMap<>();
        try {
            result.putAll(scenario.play(options).toJson());
        } catch (Scenario.Unplayable reason) {
            result.put("notPlayed", reason.getMessage());
        } catch (Exception failure) { // one that cannot be played to its end must not hide the others
            failure.printStackTrace();
            result.put("complaints", String.valueOf(failure));
            result.put("passed", false);
        }
        result.put("seconds", (System.nanoTime() - begin) / 1_000_000_000);
        return result;
    }

    private static Options options(String[] args) {
        try {
            Options options = Options.parse(Arrays.asList(args));
            Set<String> unknown = new TreeSet<>(options.scenarios());
            unknown.removeAll(SCENARIOS.keySet());
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("there is no " + unknown + ", but " + SCENARIOS.keySet());
            }
            return options;
        } catch (IllegalArgumentException wrong) {
            System.err.println("scripts/chaos: " + wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }
}
