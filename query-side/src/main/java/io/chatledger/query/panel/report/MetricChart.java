package io.chatledger.query.panel.report;

import io.chatledger.query.report.MetricNumbers.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number of a metric and how it came about, day by day.
 *
 * @param detail what it is limited to; null where it is the whole metric
 * @param text the number as a person reads it; null where there is nothing of which it could be one
 * @param link to what is counted in it
 * @param bars a day each, in a picture that is {@link #HEIGHT} high
 */
record MetricChart(@Nullable String detail, @Nullable String text, long count, String link, List<Bar> bars) {

    static final int HEIGHT = 64;
    static final int STEP = 10;

    /** So much of a step is bar, so that each stands apart. */
    private static final int THICKNESS = 7;

    /** What there is of a day must be seen. */
    private static final int LEAST = 2;

    /** One day of a chart, where it stands in the picture, and what it says. */
    record Bar(
            int x, int y, int height, String day, @Nullable String text, long count, String link) {

        public int width() {
            return THICKNESS;
        }
    }

    static List<Bar> bars(List<Item> items, Function<Item, String> text, Function<Item, String> link) {
        long most = items.stream().mapToLong(MetricChart::value).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Item item : items) {
            int height = item.count() == 0 ? 0 : LEAST + (int) (value(item) * (HEIGHT - LEAST) / Math.max(1, most));
            bars.add(new Bar(
                    bars.size() * STEP + (STEP - THICKNESS) / 2,
                    HEIGHT - height,
                    height,
                    item.local(),
                    item.value() == null ? null : text.apply(item),
                    item.count(),
                    link.apply(item)));
        }
        return bars;
    }

    public int width() {
        return bars.size() * STEP;
    }

    public int height() {
        return HEIGHT;
    }

    private static long value(Item item) {
        return item.value() == null ? 0 : item.value();
    }
}
