package io.chatledger.query.panel.report;

import io.chatledger.query.report.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times by a tenant's clocks, in the reader's language. Days are the tenant's, wherever the reader is. */
final class MomentText {

    private MomentText() {}

    static String of(Instant moment, ZoneId zone) {
        Locale language = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(moment.atZone(zone));
    }

    static String between(Period period) {
        return of(period.from(), period.zone()) + " – " + of(period.to(), period.zone());
    }
}
