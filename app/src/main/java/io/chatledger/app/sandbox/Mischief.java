package io.chatledger.app.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on purpose.
 *
 * @param twice each webhook is delivered twice
 * @param parallel webhooks do not wait for each other, and two deliveries of one arrive together
 * @param statusesReversed a message's statuses arrive last first, the reading included
 * @param statusesFirst statuses arrive before the call that sends is answered
 * @param dropResponse the message is delivered, but the call that sends hangs longer than any client waits
 * @param errorCode what calls that send are answered with; null for none
 * @param errorByStatus the error arrives as a failed status of an accepted message instead
 * @param delaySeconds how long each webhook is held back, 0 to 60
 */
record Mischief(
        boolean twice,
        boolean parallel,
        boolean statusesReversed,
        boolean statusesFirst,
        boolean dropResponse,
        @Nullable Integer errorCode,
        boolean errorByStatus,
        int delaySeconds) {

    static final Mischief NONE = new Mischief(false, false, false, false, false, null, false, 0);

    Mischief {
        delaySeconds = Math.clamp(delaySeconds, 0, 60);
    }

    @Nullable
    Integer codeOfAnswer() {
        return errorByStatus ? null : errorCode;
    }

    @Nullable
    Integer codeOfStatus() {
        return errorByStatus ? errorCode : null;
    }
}
