package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;
import static io.chatledger.readmodel.generated.Tables.TENANT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.report.MetricNumbers.Item;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricQueriesIT {

    private static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");
    private static final String FROM = "2026-05-01";
    private static final String TO = "2026-05-04";

    private final TenantId tenant = TestDatabase.newTenant();
    private final MetricQueries queries =
            new MetricQueries(TestDatabase.reads(), InstantSource.fixed(NOON), Features.builtIn());
    private int counted;

    @BeforeEach
    void aTenantInChile() {
        TestDatabase.OWNER
                .insertInto(TENANT_VIEW)
                .values(tenant.value(), "t", "Peluquería", "p", "free", "America/Santiago", "CLP", "es", NOON)
                .execute();
    }

    @Test
    void aDayWithoutAnythingIsPartOfTheAnswer() {
        count("messages-in", 2, NOON, row -> {});
        count("messages-in", 2, NOON.plusSeconds(1), row -> {});

        assertThat(numbers(question("messages-in", null, null)))
                .extracting(item -> item.local() + " " + item.value())
                .containsExactly("2026-05-01 0", "2026-05-02 2", "2026-05-03 0");
    }

    @Test
    void daysAreThoseOfTheTenantsClocks() {
        count("messages-in", 2, Instant.parse("2026-05-02T03:59:59Z"), row -> {});
        count("messages-in", 2, Instant.parse("2026-05-02T04:00:00Z"), row -> {});

        assertThat(numbers(question("messages-in", null, null)))
                .extracting(Item::count)
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void ofWhatTakesTimeTheMiddleIsTheValueAndNothingHasNone() {
        for (long millis : List.of(100L, 200L, 900L)) {
            count("first-response-time", 3, NOON, row -> row.setValue(millis));
        }

        List<Item> items = numbers(question("first-response-time", null, null));

        assertThat(items.get(1).value()).isEqualTo(200);
        assertThat(items.get(1).p90()).isEqualTo(900);
        assertThat(items.get(1).average()).isEqualTo(400);
        assertThat(items.getFirst().value()).isNull();
        assertThat(items.getFirst().count()).isZero();
    }

    @Test
    void versionsStandSideBySide() {
        count("messages-in", 1, NOON, row -> {});
        count("messages-in", 1, NOON, row -> {});
        count("messages-in", 2, NOON, row -> {});

        assertThat(numbers(question("messages-in", "1,2", null)))
                .filteredOn(item -> item.local().equals("2026-05-02"))
                .extracting(item -> item.version() + ": " + item.value())
                .containsExactly("1: 2", "2: 1");
    }

    @Test
    void toldApartThereIsOneNumberForEachValueAndOneForNone() {
        count("messages-out", 2, NOON, row -> row.setDetail("human"));
        count("messages-out", 2, NOON, row -> row.setDetail("bot"));
        count("messages-out", 2, NOON, row -> row.setDetail("bot"));
        count("messages-out", 2, NOON, row -> row.setDetail(null));

        assertThat(numbers(question("messages-out", null, "who")))
                .extracting(item -> item.dimensions().get("who") + " " + item.value())
                .containsExactly("bot 2", "human 1", "none 1");
    }

    @Test
    void aFilterLeavesOutTheRest() {
        count("messages-out", 2, NOON, row -> row.setChannelId("n1"));
        count("messages-out", 2, NOON, row -> row.setChannelId("n2"));
        count("messages-out", 2, NOON, row -> row.setChannelId(null));

        assertThat(sum(question("messages-out", null, null).only(Dimension.CHANNEL, "n1")))
                .isEqualTo(1);
        assertThat(sum(question("messages-out", null, null).only(Dimension.CHANNEL, MetricQuestion.NONE)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void theEventsOfANumberAreThoseThatItCountsTheNewestFirst(int limit) {
        for (int n = 0; n < 5; n++) {
            count("messages-in", 2, NOON, row -> {});
        }
        count("messages-in", 2, Instant.parse("2026-05-04T04:00:00Z"), row -> {});
        Period period = queries.period(tenant, FROM, TO, "total");

        assertThat(Pages.all(
                        limit, paging -> queries.counted(tenant, question("messages-in", null, null), period, paging)))
                .extracting(CountedView::event)
                .containsExactly(
                        "/api/v1/audit/events/5",
                        "/api/v1/audit/events/4",
                        "/api/v1/audit/events/3",
                        "/api/v1/audit/events/2",
                        "/api/v1/audit/events/1");
    }

    @Test
    void anotherTenantsNumbersAreNotInIt() {
        count(
                "messages-in",
                2,
                NOON,
                row -> row.setTenantId(TestDatabase.newTenant().value()));

        assertThat(sum(question("messages-in", null, null))).isZero();
    }

    private long sum(MetricQuestion question) {
        return numbers(question).stream().mapToLong(Item::count).sum();
    }

    private List<Item> numbers(MetricQuestion question) {
        return queries.numbers(tenant, question, queries.period(tenant, FROM, TO, "day"))
                .items();
    }

    private MetricQuestion question(String name, @Nullable String version, @Nullable String dimension) {
        return queries.question(name, version, dimension, any -> null);
    }

    private void count(String metric, int version, Instant at, Consumer<MetricViewRecord> rest) {
        counted++;
        MetricViewRecord row = TestDatabase.OWNER.newRecord(METRIC_VIEW);
        row.setTenantId(tenant.value());
        row.setId("counted-" + counted);
        row.setMetric(metric);
        row.setVersion(version);
        row.setAt(at);
        row.setValue(1L);
        row.setPosition((long) counted);
        rest.accept(row);
        row.insert();
    }
}
