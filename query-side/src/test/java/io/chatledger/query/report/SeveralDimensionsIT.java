package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Paging;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.report.MetricNumbers.Item;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feature's metric with two dimensions of its own, and no channel. */
class SeveralDimensionsIT {

    private static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");
    private static final Metric SENT = Metric.count("parcels-sent", 1, LocalDate.EPOCH, "Sent", "Every parcel.")
            .by(
                    new Dimension("carrier", "Only those with this carrier."),
                    new Dimension("size", "Only those of this size."));

    private final TenantId tenant = TestDatabase.newTenant();
    private final MetricQueries queries = new MetricQueries(
            TestDatabase.reads(), InstantSource.fixed(NOON), Features.builtIn().with(List.of(new Parcels())));

    @BeforeEach
    void fourParcels() {
        count(1, "ship" + Metric.BETWEEN + "large");
        count(2, "ship" + Metric.BETWEEN + "small");
        count(3, Metric.BETWEEN + "small");
        count(4, null);
    }

    @Test
    void eachIsToldApartByItself() {
        assertThat(numbers("carrier", Map.of()))
                .extracting(item -> item.dimensions() + " " + item.value())
                .containsExactly("{carrier=none} 2", "{carrier=ship} 2");
        assertThat(numbers("size", Map.of()))
                .extracting(item -> item.dimensions() + " " + item.value())
                .containsExactly("{size=large} 1", "{size=none} 1", "{size=small} 2");
    }

    @Test
    void theyAreToldApartTogether() {
        assertThat(numbers("size,carrier", Map.of()))
                .extracting(Item::dimensions)
                .contains(Map.of("carrier", "ship", "size", "large"), Map.of("carrier", "none", "size", "small"))
                .hasSize(4);
    }

    @Test
    void eachIsAFilter() {
        assertThat(numbers(null, Map.of("size", "small")).getFirst().count()).isEqualTo(2);
        assertThat(numbers(null, Map.of("size", "small", "carrier", "ship"))
                        .getFirst()
                        .count())
                .isEqualTo(1);
        assertThat(numbers(null, Map.of("carrier", "none")).getFirst().count()).isEqualTo(2);
    }

    @Test
    void whatIsCountedSaysWhatItHas() {
        MetricQuestion question = queries.question(SENT.id(), null, null, any -> null);

        assertThat(queries.counted(tenant, question, period(), Paging.of(null, null))
                        .items())
                .extracting(CountedView::dimensions)
                .containsExactly(
                        Map.of(),
                        Map.of("size", "small"),
                        Map.of("carrier", "ship", "size", "small"),
                        Map.of("carrier", "ship", "size", "large"));
    }

    private List<Item> numbers(@Nullable String dimension, Map<String, String> only) {
        return queries.numbers(tenant, queries.question(SENT.id(), null, dimension, only::get), period())
                .items();
    }

    private Period period() {
        return queries.period(tenant, "2026-05-01", "2026-05-04", "total");
    }

    private void count(long position, @Nullable String detail) {
        MetricViewRecord row = TestDatabase.OWNER.newRecord(METRIC_VIEW);
        row.setTenantId(tenant.value());
        row.setId("counted-" + position);
        row.setMetric(SENT.id());
        row.setVersion(SENT.version());
        row.setAt(NOON);
        row.setValue(1L);
        row.setPosition(position);
        row.setDetail(detail);
        row.insert();
    }

    private record Parcels() implements Feature {

        @Override
        public String name() {
            return "parcel";
        }

        @Override
        public String about() {
            return "Things sent to customers.";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(SENT);
        }
    }
}
