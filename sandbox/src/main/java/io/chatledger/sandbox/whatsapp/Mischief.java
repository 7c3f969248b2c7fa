package io.chatledger.sandbox.whatsapp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
 * @param delaySeconds how long each webhook is held back, 0 to 60; one that waits goes by the delay now in force
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

    /** What is left out does not happen. */
    static Mischief of(JsonNode wanted) {
        JsonNode code = wanted.path("errorCode");
        return new Mischief(
                wanted.path("twice").asBoolean(false),
                wanted.path("parallel").asBoolean(false),
                wanted.path("statusesReversed").asBoolean(false),
                wanted.path("statusesFirst").asBoolean(false),
                wanted.path("dropResponse").asBoolean(false),
                code.isInt() ? code.asInt() : null,
                wanted.path("errorByStatus").asBoolean(false),
                wanted.path("delaySeconds").asInt(0));
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
