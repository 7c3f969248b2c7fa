package io.chatledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "America/Santiago, 2026-09-05, 24",
        "America/Santiago, 2026-09-06, 23", // its clocks go forward at midnight: there is no 00:00
        "America/Santiago, 2026-04-04, 25",
        "Europe/Madrid, 2026-03-29, 23",
        "Europe/Madrid, 2026-10-25, 25",
        "Asia/Kathmandu, 2026-10-25, 24",
        "UTC, 2026-03-29, 24"
    })
    void aDayHasTheHoursThatItHas(String zone, String day, int hours) {
        Period period = period(zone, day, null, "day");
        Bucket first = period.buckets().getFirst();
        assertThat(first.local()).isEqualTo(day);
        assertThat(Duration.between(first.start(), first.end())).hasHours(hours);
        Period byHour = period(zone, first.start().toString(), first.end().toString(), "hour");
        assertThat(byHour.buckets()).hasSize(hours);
        assertThat(byHour.buckets()).extracting(Bucket::local).doesNotHaveDuplicates();
    }

    @Test
    void partsFollowEachOtherWithoutAGap() {
        for (String zone : List.of("America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia")) {
            for (String by : List.of("day", "hour")) {
                List<Bucket> buckets =
                        period(zone, "2026-04-01", "2026-04-20", by).buckets();
                for (int at = 1; at < buckets.size(); at++) {
                    assertThat(buckets.get(at).start())
                            .isEqualTo(buckets.get(at - 1).end())
                            .isAfter(buckets.get(at - 1).start());
                }
            }
        }
    }

    @Test
    void aDayThatNeverWasIsLeftOut() {
        assertThat(period("Pacific/Apia", "2011-12-29", "2012-01-01", "day").buckets())
                .extracting(Bucket::local)
                .containsExactly("2011-12-29", "2011-12-31");
    }

    @Test
    void usuallyItIsTheThirtyDaysUpToTheEndOfToday() {
        Period period = period("America/Santiago", null, null, null);
        assertThat(period.by()).isEqualTo(Grain.day);
        assertThat(period.buckets()).hasSize(30);
        assertThat(period.buckets().getLast().local()).isEqualTo("2026-11-19");
        assertThat(period.to()).isEqualTo("2026-11-20T03:00:00Z");
    }

    @Test
    void thePeriodCutsItsFirstAndLastPart() {
        List<Bucket> buckets = period("UTC", "2026-11-01T12:00:00Z", "2026-11-03T06:00:00Z", "day")
                .buckets();
        assertThat(buckets).extracting(Bucket::local).containsExactly("2026-11-01", "2026-11-02", "2026-11-03");
        assertThat(buckets.getFirst().start()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(buckets.getLast().end()).isEqualTo("2026-11-03T06:00:00Z");
        assertThat(period("UTC", "2020-01-01", "2026-01-01", "total").buckets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 2026-01-01, day, to",
        "2026-01-01, 2026-01-01, day, to",
        "2025-01-01, 2026-02-06, day, to",
        "2026-01-01, 2026-02-02, hour, to",
        "yesterday, 2026-01-01, day, from",
        "2026-01-01, 2026-13-01, day, to",
        "0000-01-01, 2026-01-01, total, from",
        "2026-01-01, +99999-01-01, total, to",
        "2026-01-01, 2026-01-02, week, by"
    })
    void whatMakesNoSenseOrTooManyPartsIsRefused(String from, String to, String by, String field) {
        assertThatThrownBy(() -> period("UTC", from, to, by))
                .isInstanceOf(DomainProblem.class)
                .extracting(problem -> ((DomainProblem) problem).details().toString())
                .asString()
                .contains(field);
    }

    @Test
    void theLongestPeriodsAreAllowed() {
        assertThat(period("America/Santiago", "2025-01-01", "2026-02-05", "day").buckets())
                .hasSize(Period.MOST_DAYS);
        assertThat(period("America/Santiago", "2026-03-20", "2026-04-20", "hour")
                        .buckets())
                .hasSize(31 * 24 + 1);
    }

    private static Period period(String zone, @Nullable String from, @Nullable String to, @Nullable String by) {
        return Period.of(ZoneId.of(zone), NOW, from, to, by);
    }
}
