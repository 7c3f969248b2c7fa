package io.chatledger.kernel.request;

import io.chatledger.kernel.message.Event;
import java.time.Instant;

/** What has been done for callers who may ask again. */
public sealed interface RequestEvent extends Event {

    /**
     * A command with an idempotency key was carried out, in one append with its events.
     *
     * @param fingerprint of what was asked: a keyed hash, so that nothing can be guessed from it
     * @param answer the JSON that the caller got: ids and states, no secrets and no personal data
     */
    record RequestCompleted(RequestId requestId, String fingerprint, String answer, Instant at)
            implements RequestEvent {}
}
