package io.chatledger.command.account;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where sessions were last used from, under the key of the account. */
@Component
class SessionPlaces {

    private static final String FIELD = "session-place";

    private final PersonalDataSeals seals;
    private final JsonMapper json;

    SessionPlaces(PersonalDataSeals seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    byte[] seal(AccountId account, Place place) {
        return seals.seal(account, Purpose.service, FIELD, json.writeValueAsBytes(place));
    }

    /** @return without address and agent where none was kept, or the account's key is gone */
    Place open(AccountId account, byte @Nullable [] sealed) {
        byte[] opened = sealed == null ? null : seals.open(account.value(), Purpose.service, FIELD, sealed);
        return opened == null ? new Place(null, null) : json.readValue(opened, Place.class);
    }
}
