package io.chatledger.query.contact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Tells times on a page that has no script to do it in the reader's own zone. */
public record Times(Locale locale) {

    /** With the zone, which is UTC. */
    public String of(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    public String of(String instant) {
        return of(Instant.parse(instant));
    }
}
