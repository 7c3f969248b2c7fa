package io.chatledger.query.report;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Metrics;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a metric.
 *
 * @param versions of the same metric, the oldest first
 * @param told by which dimensions the answer is to be told apart
 * @param only what is wanted of a dimension; {@link #NONE} for what has no value there
 */
public record MetricQuestion(List<Metric> versions, Set<Dimension> told, Map<Dimension, String> only) {

    /** Stands for the absence of a value. */
    public static final String NONE = "none";

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:-]{1,512}");

    /** One version, all of it together. */
    public static MetricQuestion of(Metric metric) {
        return new MetricQuestion(List.of(metric), Set.of(), Map.of());
    }

    /**
     * As callers write it.
     *
     * @param version numbers apart by commas; the newest where it is absent
     * @param dimension names apart by commas
     * @param asked what callers wrote for a name of a dimension; null or empty where nothing
     * @throws DomainProblem {@code not-found} for a metric that does not exist; {@code invalid-request}
     */
    public static MetricQuestion of(
            Metrics metrics,
            String name,
            @Nullable String version,
            @Nullable String dimension,
            Function<String, @Nullable String> asked) {
        List<Metric> all = metrics.versionsOf(name);
        if (all.isEmpty()) {
            throw DomainProblem.notFound("metric");
        }
        List<Dimension> known = all.getFirst().dimensions();
        Map<Dimension, String> only = new LinkedHashMap<>();
        for (Dimension one : metrics.dimensions()) {
            String value = asked.apply(one.name());
            if (value != null && !value.isEmpty()) {
                verify(one, value, known);
                only.put(one, value);
            }
        }
        return new MetricQuestion(versions(all, version), dimensions(dimension, known), only);
    }

    /** The metric, whichever its version. */
    public Metric metric() {
        return versions.getLast();
    }

    /** The same for things that have that value. */
    public MetricQuestion only(Dimension dimension, String value) {
        Map<Dimension, String> more = new LinkedHashMap<>(only);
        more.put(dimension, value);
        return new MetricQuestion(versions, told, more);
    }

    /** The same, told apart by a dimension. */
    public MetricQuestion by(Dimension dimension) {
        return new MetricQuestion(versions, Set.of(dimension), only);
    }

    private static List<Metric> versions(List<Metric> all, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of(all.getLast());
        }
        Set<String> wanted = new TreeSet<>(List.of(text.split(",", -1)));
        List<Metric> found = all.stream()
                .filter(metric -> wanted.contains(Integer.toString(metric.version())))
                .toList();
        if (found.size() < wanted.size()) {
            throw unknown("version", all.stream().map(metric -> Integer.toString(metric.version())));
        }
        return found;
    }

    private static Set<Dimension> dimensions(@Nullable String text, List<Dimension> known) {
        Set<Dimension> told = new HashSet<>();
        for (String word : text == null || text.isEmpty() ? new String[0] : text.split(",", -1)) {
            told.add(known.stream()
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown("dimension", known.stream().map(Dimension::name))));
        }
        return told;
    }

    private static void verify(Dimension dimension, String value, List<Dimension> known) {
        if (!known.contains(dimension)) {
            throw DomainProblem.invalid(
                    dimension.name(), "unknown-value", "This metric cannot be told apart by " + dimension + ".");
        }
        if (!VALUE.matcher(value).matches()) {
            throw DomainProblem.invalid(dimension.name(), "malformed", "This cannot be a " + dimension + ".");
        }
    }

    private static DomainProblem unknown(String field, Stream<String> known) {
        return DomainProblem.invalid(
                field, "unknown-value", "This is one of " + known.collect(Collectors.joining(", ")) + ".");
    }
}
