package io.chatledger.query.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.metric.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says of a period.
 *
 * @param version null where there are several
 * @param versions the oldest first
 * @param items in order of time, the versions of the same time side by side
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MetricNumbers(
        String name,
        @Nullable Integer version,
        List<Integer> versions,
        Unit unit,
        String timeZone,
        Instant from,
        Instant to,
        Grain by,
        List<Item> items) {

    /**
     * A number.
     *
     * @param local see {@link Bucket}
     * @param dimensions those that were asked for, each in a field of its own; {@code none} where there is no value
     * @param value how many, or the median; null where there is nothing of which it could be the median
     * @param count how many things were counted
     * @param median only for what takes time, in milliseconds, as are the other two; a value that there was
     * @param p90 nine of ten took no longer; a value that there was
     * @param average rounded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            int version,
            Instant start,
            Instant end,
            String local,
            @JsonAnyGetter Map<String, String> dimensions,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long value,

            long count,
            @Nullable Long median,
            @Nullable Long p90,
            @Nullable Long average) {}
}
