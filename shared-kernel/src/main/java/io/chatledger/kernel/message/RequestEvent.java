package io.chatledger.kernel.message;

import java.time.Instant;

/** What has been done for callers who may ask again. */
public sealed interface RequestEvent extends Event {

    /**
     * A command with an idempotency key was carried out, in one append with its events.
     *
     * @param fingerprint SHA-256 of what was asked, hex
     * @param answer the JSON that the caller got: ids and states, no secrets and no personal data
     */
    record RequestCompleted(RequestId requestId, String fingerprint, String answer, Instant at)
            implements RequestEvent {}
}
