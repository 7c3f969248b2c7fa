package io.chatledger.vault;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table of persons' keys, each under the master key. */
final class PersonKeyTable {

    private static final int KEY_BYTES = 32;

    /** Two processes that make the same keys take them in the same order, so that neither waits for the other. */
    private static final Comparator<PersonKey> ORDER =
            Comparator.comparing(PersonKey::person).thenComparing(PersonKey::purpose);

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    PersonKeyTable(DataSource dataSource, MasterKey masterKey, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Those of the keys that there are, destroyed ones too. */
    Map<PersonKey, Held> find(List<PersonKey> ids) {
        Map<PersonKey, Held> found = HashMap.newHashMap(ids.size());
        // Each by the primary key, whatever the planner thinks of the table.
        jdbc.sql("""
                        select wanted.person, wanted.purpose, there.wrapped
                        from unnest(?::text[], ?::text[], ?::text[]) as wanted(tenant_id, purpose, person),
                          lateral (select wrapped from person_key each where each.tenant_id = wanted.tenant_id
                            and each.purpose = wanted.purpose and each.person = wanted.person offset 0) there
                        """).params(tenants(ids), purposes(ids), persons(ids)).query(row -> {
            put(found, row);
        });
        return found;
    }

    /** Keys of the same tenant and purpose, from this one on. */
    Map<PersonKey, Held> around(PersonKey id, int atMost) {
        Map<PersonKey, Held> found = HashMap.newHashMap(atMost);
        jdbc.sql("""
                        select person, purpose, wrapped from person_key
                        where tenant_id = ? and person >= ? and purpose = ? order by person limit ?
                        """)
                .params(id.tenant(), id.person(), id.purpose().name(), atMost)
                .query(row -> {
                    put(found, row);
                });
        return found;
    }

    /**
     * New keys, in one statement that does not look for them first; of those that there are already it finds out what
     * they are. All are durable when it returns, and so before anything is sealed with them.
     */
    Map<PersonKey, Held> make(List<PersonKey> ids) {
        List<PersonKey> ordered = ids.stream().sorted(ORDER).toList();
        List<SecretKey> keys = ordered.stream().map(id -> random()).toList();
        byte[][] wrapped = new byte[ordered.size()][];
        for (int n = 0; n < wrapped.length; n++) {
            wrapped[n] = masterKey.seal(ordered.get(n).bound(), keys.get(n).getEncoded());
        }
        Set<PersonKey> fresh = insert(ordered, wrapped);
        Map<PersonKey, Held> made = HashMap.newHashMap(ids.size());
        for (int n = 0; n < wrapped.length; n++) {
            if (fresh.contains(ordered.get(n))) {
                made.put(ordered.get(n), Held.open(keys.get(n)));
            }
        }
        List<PersonKey> others = new ArrayList<>(ordered);
        others.removeAll(fresh);
        if (!others.isEmpty()) {
            made.putAll(find(others));
        }
        return made;
    }

    /** @return which of them were new */
    private Set<PersonKey> insert(List<PersonKey> ids, byte[][] wrapped) {
        return jdbc.sql("""
                        insert into person_key (tenant_id, purpose, person, wrapped, created_at)
                        select tenant_id, purpose, person, wrapped, timestamptz 'epoch' + ? * interval '1 microsecond'
                        from unnest(?::text[], ?::text[], ?::text[], ?::bytea[])
                          as made(tenant_id, purpose, person, wrapped)
                        on conflict do nothing returning person, purpose
                        """)
                .params(
                        ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
                        tenants(ids),
                        purposes(ids),
                        persons(ids),
                        new SqlArrayValue("bytea", (Object[]) wrapped))
                .query((row, n) -> id(row))
                .set();
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

    private SecretKey random() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    private void put(Map<PersonKey, Held> found, ResultSet row) throws SQLException {
        PersonKey id = id(row);
        byte[] wrapped = row.getBytes("wrapped");
        found.put(
                id,
                wrapped == null
                        ? Held.destroyed()
                        : Held.wrapped(() -> new SecretKeySpec(masterKey.open(id.bound(), wrapped), "AES")));
    }

    private static PersonKey id(ResultSet row) throws SQLException {
        return new PersonKey(row.getString("person"), Purpose.valueOf(row.getString("purpose")));
    }

    private static SqlArrayValue tenants(List<PersonKey> ids) {
        return texts(ids, PersonKey::tenant);
    }

    private static SqlArrayValue purposes(List<PersonKey> ids) {
        return texts(ids, id -> id.purpose().name());
    }

    private static SqlArrayValue persons(List<PersonKey> ids) {
        return texts(ids, PersonKey::person);
    }

    private static SqlArrayValue texts(List<PersonKey> ids, Function<PersonKey, String> of) {
        return new SqlArrayValue("text", (Object[]) ids.stream().map(of).toArray(String[]::new));
    }
}
