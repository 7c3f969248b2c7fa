package io.chatledger.query.panel.report;

import java.time.Duration;

/** How long something took, as a person reads it: in the two units that matter. */
final class DurationText {

    private DurationText() {}

    static String of(long millis) {
        Duration time = Duration.ofMillis(millis);
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() > 0 ? time.toSeconds() + " s" : "< 1 s";
    }
}
