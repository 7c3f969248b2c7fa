package io.chatledger.lab.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in each round, by name; what counts is the median. */
final class Figures {

    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double value) {
        rounds.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    /** 0 where nothing was measured. */
    double median(String name) {
        double[] sorted = rounds.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of medians, as they are printed; 0 where there is nothing to compare with. */
    double ratio(String name, String to) {
        return median(to) == 0 ? 0 : median(name) / median(to);
    }

    /** All medians, in the order of their first appearance. */
    Map<String, Double> medians() {
        Map<String, Double> all = new LinkedHashMap<>();
        rounds.keySet().forEach(name -> all.put(name, Measured.rounded(median(name))));
        return all;
    }
}
