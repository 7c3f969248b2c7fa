package io.chatledger.projection.replay;

import io.chatledger.kernel.message.PersonErased;

/** Whose data must be gone from the rows. */
record Person(String tenant, String key) {

    static Person of(PersonErased event) {
        return new Person(event.person().tenant().value(), event.person().key());
    }
}
