package io.chatledger.query.report;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.Choice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time and how it is divided, by the clocks of a time zone: a day of 23 or 25 hours is one day, and an hour
 * that comes twice is two.
 *
 * @param to the first moment after it
 */
public record Period(ZoneId zone, Instant from, Instant to, Grain by) {

    static final int MOST_DAYS = 400;
    static final int MOST_DAYS_BY_HOUR = 31;

    private static final int USUAL_DAYS = 30;
    private static final Instant EARLIEST = Instant.parse("0001-01-03T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-29T00:00:00Z");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    /** @throws DomainProblem {@code invalid-request} where it ends before it begins, or has too many parts */
    public Period {
        if (!from.isBefore(to)) {
            throw DomainProblem.invalid("to", "out-of-range", "This is not after the beginning.");
        }
        long most = by == Grain.hour ? MOST_DAYS_BY_HOUR : MOST_DAYS;
        if (by != Grain.total && to.isAfter(from.atZone(zone).plusDays(most).toInstant())) {
            throw DomainProblem.invalid("to", "out-of-range", "By " + by + " a period has at most " + most + " days.");
        }
    }

    /**
     * As a caller writes it: instants, or days in the time zone. Absent, it is the 30 days up to the end of today.
     *
     * @param to the first moment or day after it
     * @throws DomainProblem {@code invalid-request}
     */
    public static Period of(ZoneId zone, Instant now, @Nullable String from, @Nullable String to, @Nullable String by) {
        String word = Choice.of(
                by, "by", Arrays.stream(Grain.values()).map(Grain::name).toList());
        Instant tomorrow = beginning(now.atZone(zone).toLocalDate().plusDays(1), zone);
        Instant end = moment(to, "to", zone, tomorrow);
        LocalDate first = end.atZone(zone).toLocalDate().minusDays(USUAL_DAYS);
        return new Period(
                zone,
                moment(from, "from", zone, beginning(first, zone)),
                end,
                word == null ? Grain.day : Grain.valueOf(word));
    }

    /** All parts, in order; the first and the last one may be cut by the period. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); ) {
            Instant next = by == Grain.total ? to : next(start.atZone(zone));
            Instant end = next.isBefore(to) ? next : to;
            buckets.add(new Bucket(start, end, local(start)));
            start = end;
        }
        return buckets;
    }

    private Instant next(ZonedDateTime time) {
        if (by == Grain.day) {
            LocalDate day = time.toLocalDate();
            Instant next = time.toInstant();
            while (!next.isAfter(time.toInstant())) {
                day = day.plusDays(1); // whole days have been left out where the date line moved
                next = beginning(day, zone);
            }
            return next;
        }
        // Along the time line, so that neither a change of half an hour nor one that repeats an hour gets in the way.
        return time.truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(Duration.ofHours(1).toMinutes() - time.getMinute())
                .toInstant();
    }

    private String local(Instant start) {
        ZonedDateTime time = start.atZone(zone);
        return by == Grain.day ? time.toLocalDate().toString() : HOUR.format(time);
    }

    private static Instant moment(@Nullable String text, String field, ZoneId zone, Instant absent) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            Instant moment = text.indexOf('T') < 0 ? beginning(LocalDate.parse(text), zone) : Instant.parse(text);
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException neither) {
            // as below
        }
        throw DomainProblem.invalid(field, "malformed", "This is a day such as 2026-03-12, or an instant.");
    }

    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
