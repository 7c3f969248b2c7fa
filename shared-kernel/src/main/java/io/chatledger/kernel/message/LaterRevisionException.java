package io.chatledger.kernel.message;

import org.axonframework.serialization.SerializationException;

/**
 * An event was stored by a later release than this one, in a form of which nobody here knows what it means. Its message
 * names the event and the revisions, and nothing of what the event says.
 */
public final class LaterRevisionException extends SerializationException {

    LaterRevisionException(String name) {
        super(name
                + " is stored with a value of a kind that this release does not know: a later release has written it");
    }

    LaterRevisionException(String name, int known, String found) {
        super("%s is stored in revision %s, and this release knows it up to %d: a later release has written it"
                .formatted(name, found, known));
    }
}
