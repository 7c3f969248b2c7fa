package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one process answered: success, a clear refusal, nothing, or something that nobody should be told. */
final class Answers {

    static final String UNANSWERED = "unanswered";
    static final String BROKEN = "connection broken";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PROPER = Pattern.compile("\\w+ (2\\d\\d|503 [a-z-]+)");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");

    private final Map<String, LongAdder> tally = new ConcurrentSkipListMap<>();
    private final Latencies latencies = new Latencies();
    private long lastSuccess;
    private long longestPause;

    /** @return whether it was acknowledged */
    boolean ask(ApplicationProcess node, String kind, HttpRequest.Builder request) throws InterruptedException {
        long begin = System.nanoTime();
        String label = label(node, request.timeout(PATIENCE).build());
        latencies.since(begin);
        tally.computeIfAbsent(kind + " " + label, none -> new LongAdder()).increment();
        boolean acknowledged = label.startsWith("2");
        if (acknowledged && kind.equals(Traffic.COMMAND)) {
            noteSuccess();
        }
        return acknowledged;
    }

    private static String label(ApplicationProcess node, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = node.http().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return Integer.toString(answer.statusCode());
            }
            String type = answer.headers().firstValue("Content-Type").orElse("no type");
            Matcher code = CODE.matcher(answer.body());
            boolean clear = type.startsWith("application/problem+json") && code.find();
            return answer.statusCode() + (clear ? " " + code.group(1) : " unclear: " + type);
        } catch (HttpConnectTimeoutException away) {
            return BROKEN;
        } catch (HttpTimeoutException silent) {
            return UNANSWERED;
        } catch (IOException broken) {
            return BROKEN;
        }
    }

    private synchronized void noteSuccess() {
        long now = System.nanoTime();
        if (lastSuccess != 0) {
            longestPause = Math.max(longestPause, now - lastSuccess);
        }
        lastSuccess = now;
    }

    /** Between one command that was acknowledged and the next. */
    synchronized long longestPauseMillis() {
        return longestPause / 1_000_000;
    }

    Latencies latencies() {
        return latencies;
    }

    /** How often what was answered, by kind of request. */
    Map<String, Long> tally() {
        Map<String, Long> counts = new TreeMap<>();
        tally.forEach((label, count) -> counts.put(label, count.sum()));
        return counts;
    }

    /** Nobody may be told anything but success or a clear "not now", and everybody something. */
    static void judge(List<Answers> all, Outcome outcome, boolean mayBreak) {
        Map<String, Long> sum = new TreeMap<>();
        all.forEach(one -> one.tally().forEach((label, count) -> sum.merge(label, count, Long::sum)));
        outcome.figure("answers", sum);
        outcome.figure(
                "longestPauseMillis",
                all.stream().map(Answers::longestPauseMillis).toList());
        sum.keySet().forEach(label -> outcome.demand(isProper(label, mayBreak), "answered: " + label));
    }

    private static boolean isProper(String label, boolean mayBreak) {
        return label.endsWith(BROKEN) ? mayBreak : PROPER.matcher(label).matches();
    }

    /** Requests that were told to come back later. */
    long refused() {
        return tally().entrySet().stream()
                .filter(one -> one.getKey().contains(" 503 "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
