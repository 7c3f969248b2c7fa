package io.chatledger.kernel.metric;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of a metric, as its feature declares it. A definition never changes: what is to be counted in another way is
 * another version, and both go on over all history, side by side.
 *
 * @param id short and stable, as callers see it; the same in all versions
 * @param version from 1 on, without gaps
 * @param unit of its numbers; the same in all versions
 * @param dimensions by what its numbers can be told apart; the same in all versions. The channel, if it is among them,
 *     stands first
 * @param apart values of the first dimension of its own that no number must mix, such as the waits for two kinds of
 *     sender; none where one number says it all
 * @param since the day of the definition. Numbers go back to the first event all the same
 * @param title as callers see it; the same in all versions
 * @param description what exactly is counted, in words
 */
public record Metric(
        String id,
        int version,
        Unit unit,
        List<Dimension> dimensions,
        List<String> apart,
        LocalDate since,
        String title,
        String description) {

    /** Stands between values of several dimensions of its own where they are kept as one text; no value has it. */
    public static final char BETWEEN = '\u001f';

    public Metric {
        if (!id.matches("[a-z]+(-[a-z]+)*") || version < 1) {
            throw new IllegalArgumentException("not the name and version of a metric: " + id + ", " + version);
        }
        dimensions = List.copyOf(dimensions);
        apart = List.copyOf(apart);
        if (dimensions.indexOf(Dimension.CHANNEL) > 0
                || dimensions.stream().distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException("the channel stands first, and each dimension once: " + id);
        }
        if (!apart.isEmpty() && own(dimensions).isEmpty()) {
            throw new IllegalArgumentException("it has nothing of its own to be told apart by: " + id);
        }
    }

    /** What is counted, with the channel for its only dimension. */
    public static Metric count(String id, int version, LocalDate since, String title, String description) {
        return new Metric(id, version, Unit.count, List.of(Dimension.CHANNEL), List.of(), since, title, description);
    }

    /** What takes time, with the channel for its only dimension. */
    public static Metric duration(String id, int version, LocalDate since, String title, String description) {
        return new Metric(
                id, version, Unit.milliseconds, List.of(Dimension.CHANNEL), List.of(), since, title, description);
    }

    /** The same, told apart by these alone. */
    public Metric by(Dimension... all) {
        return new Metric(id, version, unit, List.of(all), apart, since, title, description);
    }

    /** The same, with a number for each of these values of the first dimension of its own. */
    public Metric apart(String... values) {
        return new Metric(id, version, unit, dimensions, List.of(values), since, title, description);
    }

    /** The dimensions but for the channel: what its definition says of each thing that it counts, in this order. */
    public List<Dimension> own() {
        return own(dimensions);
    }

    private static List<Dimension> own(List<Dimension> dimensions) {
        return dimensions.stream().filter(one -> !one.equals(Dimension.CHANNEL)).toList();
    }
}
