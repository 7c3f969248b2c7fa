package io.chatledger.vault;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts everything that is under a former master key under the present one. What is wrapped does not change, so all goes
 * on meanwhile; doing it again, or at two places at once, does no harm.
 */
@Component
public class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final ReentrantLock running = new ReentrantLock();

    KeyRotation(@Qualifier("storeDataSource") DataSource dataSource, MasterKey masterKey) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masterKey = masterKey;
    }

    /**
     * How much there is, and how much of it was, or is to be, put under the present key.
     *
     * @param secrets keys and tokens of the installation and its tenants
     * @param persons keys of persons
     */
    public record Count(long secrets, long secretsRewrapped, long persons, long personsRewrapped) {}

    private record Wrapped(String tenant, String second, String third, byte[] sealed, String bound) {}

    private record Part(long all, long changed) {}

    /** @throws IllegalStateException if something is under a key that is not there; what came before is done */
    public Count rewrap() {
        running.lock();
        try {
            Part secrets = secrets();
            Part persons = persons();
            LOG.info("The master key took over {} secrets and {} persons' keys", secrets.changed(), persons.changed());
            return new Count(secrets.all(), secrets.changed(), persons.all(), persons.changed());
        } finally {
            running.unlock();
        }
    }

    private Part secrets() {
        long changed = 0;
        List<Wrapped> all = jdbc.sql("select tenant_id, owner_id, name, ciphertext from secret")
                .query((row, n) -> new Wrapped(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        SecretVault.bound(row.getString(1), row.getString(2), row.getString(3))))
                .list();
        for (Wrapped one : all) {
            changed += rewrap(one, """
                    update secret set ciphertext = ?
                    where tenant_id = ? and owner_id = ? and name = ? and ciphertext = ?
                    """);
        }
        return new Part(all.size(), changed);
    }

    private Part persons() {
        long count = 0;
        long changed = 0;
        for (List<Wrapped> page = persons("", "", ""); !page.isEmpty(); ) {
            for (Wrapped one : page) {
                changed += rewrap(one, """
                        update person_key set wrapped = ?
                        where tenant_id = ? and purpose = ? and person = ? and wrapped = ?
                        """);
            }
            count += page.size();
            page = persons(
                    page.getLast().tenant(),
                    page.getLast().second(),
                    page.getLast().third());
        }
        return new Part(count, changed);
    }

    private List<Wrapped> persons(String tenant, String purpose, String person) {
        return jdbc.sql("""
                        select tenant_id, purpose, person, wrapped from person_key
                        where wrapped is not null and (tenant_id, purpose, person) > (?, ?, ?)
                        order by tenant_id, purpose, person limit ?
                        """)
                .params(tenant, purpose, person, PAGE)
                .query((row, n) -> new Wrapped(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        new PersonKey(row.getString(3), Purpose.valueOf(row.getString(2))).bound()))
                .list();
    }

    /** Only where nobody has changed it meanwhile. */
    private int rewrap(Wrapped one, String update) {
        if (masterKey.isCurrent(one.bound(), one.sealed())) {
            return 0;
        }
        byte[] renewed = masterKey.seal(one.bound(), masterKey.open(one.bound(), one.sealed()));
        return jdbc.sql(update)
                .params(renewed, one.tenant(), one.second(), one.third(), one.sealed())
                .update();
    }
}
