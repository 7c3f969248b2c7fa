package io.chatledger.projection.guarded;

import java.time.Instant;

/** What no package that folds may have, whatever it is called. */
final class Lateness {

    private Lateness() {}

    static boolean isLate(Instant due) {
        return Instant.now().isAfter(due);
    }
}
