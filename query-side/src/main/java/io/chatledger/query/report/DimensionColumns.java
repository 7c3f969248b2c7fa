package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Where a row has its values in a metric's dimensions. */
final class DimensionColumns {

    private static final String BETWEEN = String.valueOf(Metric.BETWEEN);

    private DimensionColumns() {}

    /** Null where a row has no value. */
    static Field<String> of(Metric metric, Dimension dimension) {
        if (dimension.equals(Dimension.CHANNEL)) {
            return METRIC_VIEW.CHANNEL_ID;
        }
        List<Dimension> own = metric.own();
        return own.size() == 1
                ? METRIC_VIEW.DETAIL
                : DSL.field(
                        "nullif(split_part({0}, {1}, {2}), '')",
                        String.class, METRIC_VIEW.DETAIL, DSL.val(BETWEEN), DSL.inline(own.indexOf(dimension) + 1));
    }

    /** Those that a row has, by the dimensions' names; of a channel also that it is on none. */
    static Map<String, String> values(MetricViewRecord row, Metric metric) {
        Map<String, String> values = new LinkedHashMap<>();
        if (metric.dimensions().contains(Dimension.CHANNEL)) {
            values.put(Dimension.CHANNEL.name(), row.getChannelId() == null ? MetricQuestion.NONE : row.getChannelId());
        }
        List<Dimension> own = metric.own();
        if (row.getDetail() == null) {
            return values;
        }
        String[] details = own.size() == 1
                ? new String[] {row.getDetail()}
                : row.getDetail().split(BETWEEN, -1);
        for (int n = 0; n < Math.min(own.size(), details.length); n++) {
            if (!details[n].isEmpty()) {
                values.put(own.get(n).name(), details[n]);
            }
        }
        return values;
    }
}
