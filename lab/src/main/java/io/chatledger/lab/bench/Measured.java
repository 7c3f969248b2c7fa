package io.chatledger.lab.bench;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations of many attempts, in milliseconds. */
final class Measured {

    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();

    void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    void addMillis(double value) {
        millis.add(value);
    }

    int count() {
        return millis.size();
    }

    /** @param share from 0 to 1, such as 0.99 */
    double percentile(double share) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
