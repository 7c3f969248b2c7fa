package io.chatledger.kernel.metric;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics of all features, each in every version that there has been. */
public final class Metrics {

    private final List<Metric> all;
    private final Map<String, List<Metric>> byId;
    private final List<Dimension> dimensions;

    /** @throws IllegalStateException where two versions do not go together, or two dimensions are of one name */
    public Metrics(Collection<Metric> declared) {
        all = List.copyOf(declared);
        byId = all.stream().collect(Collectors.groupingBy(Metric::id, LinkedHashMap::new, Collectors.toList()));
        byId.values().forEach(Metrics::verify);
        dimensions = Stream.concat(
                        Stream.of(Dimension.CHANNEL), all.stream().flatMap(metric -> metric.dimensions().stream()))
                .distinct()
                .toList();
        if (dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()) {
            throw new IllegalStateException("two dimensions of metrics are of one name: " + dimensions);
        }
    }

    /** In the order in which features declare them. */
    public List<Metric> all() {
        return all;
    }

    /** All versions of a metric, the oldest first; none where there is no such metric. */
    public List<Metric> versionsOf(String id) {
        return byId.getOrDefault(id, List.of());
    }

    public boolean isNewest(Metric metric) {
        return versionsOf(metric.id()).getLast().equals(metric);
    }

    /** Those of all metrics, each once. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    private static void verify(List<Metric> versions) {
        Metric first = versions.getFirst();
        for (int n = 0; n < versions.size(); n++) {
            Metric one = versions.get(n);
            if (one.version() != n + 1) {
                throw new IllegalStateException("versions of a metric count up from 1, each once: " + one.id());
            }
            if (one.unit() != first.unit()
                    || !one.title().equals(first.title())
                    || !one.dimensions().equals(first.dimensions())) {
                throw new IllegalStateException("versions of a metric agree on all but their words: " + one.id());
            }
        }
    }
}
