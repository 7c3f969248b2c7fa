package io.chatledger.query.report;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.report.Dimension;
import io.chatledger.kernel.report.Metric;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
     * @throws DomainProblem {@code not-found} for a metric that does not exist; {@code invalid-request}
     */
    public static MetricQuestion of(
            String name, @Nullable String version, @Nullable String dimension, Map<Dimension, String> only) {
        List<Metric> all = Metric.versionsOf(name);
        if (all.isEmpty()) {
            throw DomainProblem.notFound("metric");
        }
        Set<Dimension> known = EnumSet.copyOf(all.getFirst().dimensions());
        only.forEach((one, value) -> verify(one, value, known));
        return new MetricQuestion(versions(all, version), dimensions(dimension, known), only);
    }

    /** The filters that are there, by what callers wrote for each dimension. */
    static Map<Dimension, String> only(
            @Nullable String channel, @Nullable String who, @Nullable String kind, @Nullable String cause) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        put(only, Dimension.channel, channel);
        put(only, Dimension.who, who);
        put(only, Dimension.kind, kind);
        put(only, Dimension.cause, cause);
        return only;
    }

    /** The metric, whichever its version. */
    public Metric metric() {
        return versions.getLast();
    }

    /** What is wanted of a dimension, by its name; null where anything is. */
    public @Nullable String value(String dimension) {
        return only.get(Dimension.valueOf(dimension));
    }

    /** The same for things that have that value. */
    public MetricQuestion only(Dimension dimension, String value) {
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(only);
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

    private static Set<Dimension> dimensions(@Nullable String text, Set<Dimension> known) {
        Set<Dimension> told = EnumSet.noneOf(Dimension.class);
        for (String word : text == null || text.isEmpty() ? new String[0] : text.split(",", -1)) {
            told.add(known.stream()
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown("dimension", known.stream().map(Dimension::name))));
        }
        return told;
    }

    private static void verify(Dimension dimension, String value, Set<Dimension> known) {
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

    private static void put(Map<Dimension, String> only, Dimension dimension, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            only.put(dimension, value);
        }
    }
}
