package io.chatledger.vault;

import io.chatledger.kernel.message.PersonalData.Purpose;

/**
 * Names the key of a person for one purpose.
 *
 * @param person the stream of the person, {@code <tenant>/<feature>/<uuid>}
 */
record PersonKey(String person, Purpose purpose) {

    String tenant() {
        return person.substring(0, Math.max(0, person.indexOf('/')));
    }

    /** What data sealed with the key is bound to. */
    String bound(String field) {
        return person + "\n" + purpose + "\n" + field;
    }

    /** What the key itself is bound to. */
    String bound() {
        return "person-key\n" + person + "\n" + purpose;
    }
}
