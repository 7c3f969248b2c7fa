package io.chatledger.query.audit;

import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.message.StreamId;
import org.jspecify.annotations.Nullable;

/** Seals that keep nothing closed, but for one who is erased and one whose data somebody has changed. */
final class OpenSeals implements PersonalDataSeals {

    static final String ERASED = "shop/contact/erased";
    static final String CHANGED = "shop/contact/changed";

    @Override
    public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
        return data;
    }

    @Override
    public byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed) {
        if (person.equals(CHANGED)) {
            throw new IllegalStateException("changed");
        }
        return person.equals(ERASED) ? null : sealed;
    }
}
