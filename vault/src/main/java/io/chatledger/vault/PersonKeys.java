package io.chatledger.vault;

import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.problem.DomainProblem;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A key for each person and purpose. Destroying one leaves what it has sealed closed for ever. */
@Component
public class PersonKeys implements PersonalDataSeals {

    private final PersonKeyTable table;
    private final RecentPersonKeys recent;

    @Autowired
    public PersonKeys(@Qualifier("storeDataSource") DataSource dataSource, MasterKey masterKey, InstantSource clock) {
        this(new PersonKeyTable(dataSource, masterKey, clock));
    }

    PersonKeys(PersonKeyTable table) {
        this.table = table;
        this.recent = new RecentPersonKeys(table);
    }

    @Override
    public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
        PersonKey id = new PersonKey(person.value(), purpose);
        SecretKey key = recent.obtain(id).key().orElse(null);
        if (key == null) {
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        }
        return AesGcm.seal(key, id.bound(field), data);
    }

    @Override
    public byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed) {
        PersonKey id = new PersonKey(person, purpose);
        return open(id, recent.find(id), field, sealed);
    }

    @Override
    public PersonalDataSeals readingAhead() {
        return new PersonalDataSeals() {
            @Override
            public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
                return PersonKeys.this.seal(person, purpose, field, data);
            }

            @Override
            public byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed) {
                PersonKey id = new PersonKey(person, purpose);
                return PersonKeys.open(id, recent.findAhead(id), field, sealed);
            }
        };
    }

    private static byte @Nullable [] open(PersonKey id, Optional<Held> held, String field, byte[] sealed) {
        SecretKey key = held.flatMap(Held::key).orElse(null);
        try {
            return key == null ? null : AesGcm.open(key, id.bound(field), sealed);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("The " + field + " of " + id.person() + " cannot be opened.", changed);
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
        recent.destroyed(id);
        return destroyed;
    }
}
