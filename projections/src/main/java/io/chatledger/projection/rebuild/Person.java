package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.StreamId;

/** Whose data must be gone from the rows. */
record Person(String tenant, String key) {

    static Person of(StreamId person) {
        return new Person(person.tenant().value(), person.key());
    }
}
