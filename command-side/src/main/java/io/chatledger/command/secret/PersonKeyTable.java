package io.chatledger.command.secret;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of persons' keys, each under the master key. */
@Component
class PersonKeyTable {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    PersonKeyTable(@Qualifier("storeDataSource") DataSource dataSource, MasterKey masterKey, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masterKey = masterKey;
        this.clock = clock;
    }

    Optional<Held> find(PersonKey id) {
        return jdbc.sql("select wrapped from person_key where tenant_id = ? and person = ? and purpose = ?")
                .params(id.tenant(), id.person(), id.purpose().name())
                .query((row, n) -> held(id, row))
                .optional();
    }

    /** Keys of the same tenant and purpose, from this one on. */
    Map<PersonKey, Held> around(PersonKey id, int atMost) {
        Map<PersonKey, Held> found = new HashMap<>();
        jdbc.sql("""
                        select wrapped, person from person_key
                        where tenant_id = ? and person >= ? and purpose = ? order by person limit ?
                        """)
                .params(id.tenant(), id.person(), id.purpose().name(), atMost)
                .query(row -> {
                    PersonKey each = new PersonKey(row.getString("person"), id.purpose());
                    found.put(each, held(each, row));
                });
        return found;
    }

    /** A new key, or the one that somebody else has just made. It is durable before anything is sealed with it. */
    Held create(PersonKey id) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.sql("""
                        insert into person_key (tenant_id, person, purpose, wrapped, created_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        id.tenant(),
                        id.person(),
                        id.purpose().name(),
                        masterKey.seal(id.bound(), key),
                        Timestamp.from(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    /** The row stays, so that no new key is made for the person. */
    int destroy(PersonKey id) {
        return jdbc.sql("""
                        insert into person_key (tenant_id, person, purpose, wrapped, created_at, destroyed_at)
                        values (:tenant, :person, :purpose, null, :now, :now)
                        on conflict (tenant_id, purpose, person) do update
                        set wrapped = null, destroyed_at = excluded.destroyed_at where person_key.wrapped is not null
                        """)
                .param("tenant", id.tenant())
                .param("person", id.person())
                .param("purpose", id.purpose().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Held held(PersonKey id, ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        return new Held(
                wrapped == null
                        ? Optional.empty()
                        : Optional.of(new SecretKeySpec(masterKey.open(id.bound(), wrapped), "AES")));
    }
}
