package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.TENANT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyHoursIT {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final Instant FIRST = Instant.parse("2026-03-20T00:00:07Z");
    private static final int ROWS = 10_400;
    private static final long SECONDS_APART = 240;

    private final TenantId tenant = TestDatabase.newTenant();

    /** What took 2.5 seconds must take a small part of that, also where others are at work on the same machine. */
    private final MetricQueries queries = new MetricQueries(
            TestDatabase.reads(Duration.ofMillis(1500)), InstantSource.fixed(FIRST), Features.builtIn());

    @BeforeEach
    void manyMessages() {
        TestDatabase.OWNER
                .insertInto(TENANT_VIEW)
                .values(tenant.value(), "t", "Peluquería", "p", "free", CHILE.getId(), "CLP", "es", FIRST)
                .execute();
        TestDatabase.OWNER.execute(
                "insert into metric_view (tenant_id, id, metric, version, at, value, position)"
                        + " select {0}, 'm' || n, 'messages-in', 1, {1}::timestamptz + n * interval '" + SECONDS_APART
                        + " seconds', 1, n from generate_series(0, {2}) n",
                DSL.val(tenant.value()),
                DSL.val(FIRST.toString()),
                DSL.val(ROWS - 1));
    }

    @Test
    void theHoursOfAMonthAreToldAtOnceAlsoWhereOneComesTwice() {
        MetricNumbers numbers = numbers("2026-03-20", "2026-04-20", "hour");

        assertThat(numbers.items())
                .hasSize(31 * 24 + 1)
                .allSatisfy(
                        item -> assertThat(item.count()).as(item.local()).isEqualTo(between(item.start(), item.end())));
    }

    @ParameterizedTest
    @CsvSource({"day, 400", "hour, 31", "total, 4000"})
    void whateverThePartsAreEachRowIsInOne(String by, int days) {
        LocalDate first = LocalDate.parse("2026-03-19");
        MetricNumbers numbers = numbers(first.toString(), first.plusDays(days).toString(), by);

        assertThat(numbers.items())
                .allSatisfy(
                        item -> assertThat(item.count()).as(item.local()).isEqualTo(between(item.start(), item.end())));
    }

    private MetricNumbers numbers(String from, String to, String by) {
        return queries.numbers(
                tenant, queries.question("messages-in", "1", null, any -> null), queries.period(tenant, from, to, by));
    }

    private static long between(Instant start, Instant end) {
        return before(end) - before(start);
    }

    private static long before(Instant moment) {
        long seconds = Duration.between(FIRST, moment).toSeconds();
        return seconds <= 0 ? 0 : Math.min(ROWS, Math.ceilDiv(seconds, SECONDS_APART));
    }
}
