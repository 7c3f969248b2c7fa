package io.chatledger.command.secret;

import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.problem.DomainProblem;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A key for each person and purpose. Destroying one leaves what it has sealed closed for ever. */
@Component
public class PersonKeys implements PersonalDataSeals {

    private final PersonKeyTable table;
    private final RecentPersonKeys recent;

    PersonKeys(PersonKeyTable table) {
        this.table = table;
        this.recent = new RecentPersonKeys(table);
    }

    @Override
    public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
        PersonKey id = new PersonKey(person.value(), purpose);
        SecretKey key =
                recent.find(id).or(() -> recent.create(id)).flatMap(Held::key).orElse(null);
        if (key == null) {
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        }
        return AesGcm.seal(key, id.bound(field), data);
    }

    @Override
    public byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed) {
        PersonKey id = new PersonKey(person, purpose);
        SecretKey key = recent.find(id).flatMap(Held::key).orElse(null);
        try {
            return key == null ? null : AesGcm.open(key, id.bound(field), sealed);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("The " + field + " of " + person + " cannot be opened.", changed);
        }
    }

    /**
     * Destroys the key under which the person was served. Other processes may go on opening what it has sealed for as
     * long as they remember it, half a minute at most.
     *
     * @return how many keys that were
     */
    public int destroy(StreamId person) {
        PersonKey id = new PersonKey(person.value(), Purpose.service);
        int destroyed = table.destroy(id);
        recent.forget(id);
        return destroyed;
    }
}
