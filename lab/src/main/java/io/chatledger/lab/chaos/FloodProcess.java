package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.lab.LabProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link Flooding}, seen from outside. */
final class FloodProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 20;

    private final Process process;

    /**
     * What the flood met.
     *
     * @param count its clients
     * @param mostOpen connections that were open at the same time, at most
     * @param answers how often what was answered to which nuisance
     */
    record Met(int count, int mostOpen, Map<String, Long> answers) {}

    /**
     * Returns when it has begun.
     *
     * @param greedy an access token
     */
    FloodProcess(ApplicationProcess node, String greedy) throws IOException {
        process = LabProcess.of(
                        Flooding.class,
                        List.of("-Xmx512m"),
                        List.of(node.uri("/").toString(), greedy))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.inputReader().readLine() == null) {
            throw new IOException("there is no flood");
        }
    }

    /** Ends it. */
    Met end() throws IOException {
        process.getOutputStream().close();
        JsonNode met = JsonMapper.shared().readTree(process.inputReader().readLine());
        Map<String, Long> answers = new TreeMap<>();
        met.get("answers")
                .properties()
                .forEach(one -> answers.put(one.getKey(), one.getValue().longValue()));
        return new Met(met.get("count").intValue(), met.get("mostOpen").intValue(), answers);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
