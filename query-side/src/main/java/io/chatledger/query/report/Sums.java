package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Unit;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.report.MetricNumbers.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Adds up what is counted. Where the parts of the period begin is said by this side, so no clock but one is asked. */
record Sums(MetricQuestion question, List<Bucket> buckets) {

    static final int MOST = 10_000;

    private static final Field<Integer> COUNT = DSL.count().as("counted");
    private static final Field<Long> MEDIAN = percentile("0.5", "median");
    private static final Field<Long> P90 = percentile("0.9", "p90");
    private static final Field<Long> AVERAGE =
            DSL.field("round(avg({0}))::bigint", Long.class, METRIC_VIEW.VALUE).as("average");

    /** @throws DomainProblem {@code invalid-request} where there are too many */
    List<Item> of(DSLContext database, Condition wanted) {
        List<Field<?>> keys = keys();
        List<Field<?>> columns = new ArrayList<>(keys);
        columns.addAll(takesTime() ? List.of(COUNT, MEDIAN, P90, AVERAGE) : List.of(COUNT));
        List<Field<Integer>> places = IntStream.rangeClosed(1, keys.size())
                .<Field<Integer>>mapToObj(place -> DSL.inline(place))
                .toList();
        List<Item> items = database.select(columns)
                .from(METRIC_VIEW)
                .where(wanted)
                .groupBy(places)
                .orderBy(places)
                .limit(MOST + 1)
                .fetch(this::item);
        if (items.size() > MOST) {
            throw DomainProblem.invalid(
                    "dimension", "out-of-range", "These are more than " + MOST + " numbers; ask for a shorter period.");
        }
        return question.told().isEmpty() ? withNothing(items) : items;
    }

    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>();
        // In a query of its own the array is made once, not for each row: a time's text is no constant to the planner.
        keys.add(DSL.field(
                        "width_bucket({0}, (select {1}::timestamptz[]))",
                        Integer.class,
                        METRIC_VIEW.AT,
                        DSL.val(buckets.stream()
                                .map(bucket -> bucket.start().toString())
                                .toArray(String[]::new)))
                .as("bucket"));
        for (Dimension dimension : question.metric().dimensions()) {
            if (question.told().contains(dimension)) {
                Field<String> column = DimensionColumns.of(question.metric(), dimension);
                keys.add(DSL.coalesce(column, DSL.inline(MetricQuestion.NONE)).as(alias(dimension)));
            }
        }
        keys.add(METRIC_VIEW.VERSION);
        return keys;
    }

    private Item item(Record row) {
        Bucket bucket = buckets.get(row.get("bucket", Integer.class) - 1);
        long count = row.get(COUNT);
        Long median = takesTime() ? row.get(MEDIAN) : null;
        return new Item(
                row.get(METRIC_VIEW.VERSION),
                bucket.start(),
                bucket.end(),
                bucket.local(),
                told(row),
                takesTime() ? median : Long.valueOf(count),
                count,
                median,
                takesTime() ? row.get(P90) : null,
                takesTime() ? row.get(AVERAGE) : null);
    }

    private Map<String, String> told(Record row) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Dimension dimension : question.metric().dimensions()) {
            if (question.told().contains(dimension)) {
                told.put(dimension.name(), row.get(alias(dimension), String.class));
            }
        }
        return told;
    }

    private static String alias(Dimension dimension) {
        return "told_" + dimension.name();
    }

    /** A time in which nothing happened is part of the answer. */
    private List<Item> withNothing(List<Item> items) {
        Set<String> there = new HashSet<>();
        items.forEach(item -> there.add(item.start() + " " + item.version()));
        List<Item> all = new ArrayList<>();
        int next = 0;
        for (Bucket bucket : buckets) {
            for (Metric metric : question.versions()) {
                boolean found = there.contains(bucket.start() + " " + metric.version());
                all.add(found ? items.get(next++) : nothing(bucket, metric));
            }
        }
        return all;
    }

    private Item nothing(Bucket bucket, Metric metric) {
        Long none = takesTime() ? null : Long.valueOf(0);
        return new Item(
                metric.version(), bucket.start(), bucket.end(), bucket.local(), Map.of(), none, 0, null, null, null);
    }

    private boolean takesTime() {
        return question.metric().unit() == Unit.milliseconds;
    }

    private static Field<Long> percentile(String part, String name) {
        return DSL.field("percentile_disc(" + part + ") within group (order by {0})", Long.class, METRIC_VIEW.VALUE)
                .as(name);
    }
}
