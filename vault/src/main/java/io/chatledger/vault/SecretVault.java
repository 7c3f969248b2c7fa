package io.chatledger.vault;

import io.chatledger.kernel.tenant.TenantId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets at rest under AES-256-GCM. The tenant, owner and name are bound to the cipher text, so that it is worth
 * nothing in another place.
 */
@Component
public class SecretVault {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final InstantSource clock;

    public SecretVault(@Qualifier("storeDataSource") DataSource dataSource, MasterKey masterKey, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Stores a secret, or replaces it. */
    public void put(TenantId tenant, String owner, String name, byte[] secret) {
        jdbc.sql("""
                        insert into secret (tenant_id, owner_id, name, ciphertext, changed_at) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, owner_id, name)
                        do update set ciphertext = excluded.ciphertext, changed_at = excluded.changed_at
                        """)
                .params(tenant.value(), owner, name, encrypt(tenant, owner, name, secret), now())
                .update();
    }

    public Optional<byte[]> find(TenantId tenant, String owner, String name) {
        return jdbc.sql("select ciphertext from secret where tenant_id = ? and owner_id = ? and name = ?")
                .params(tenant.value(), owner, name)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(stored -> decrypt(tenant, owner, name, stored));
    }

    /** The secret, made on first use; all nodes get the same one. */
    public byte[] findOrCreate(TenantId tenant, String owner, String name, Supplier<byte[]> first) {
        Optional<byte[]> known = find(tenant, owner, name);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("""
                        insert into secret (tenant_id, owner_id, name, ciphertext, changed_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(tenant.value(), owner, name, encrypt(tenant, owner, name, first.get()), now())
                .update();
        return find(tenant, owner, name).orElseThrow();
    }

    /** The installation's key for data of one kind, made on first use. */
    public DataKey dataKey(String kind) {
        byte[] key = findOrCreate(TenantId.PLATFORM, kind, "data-key", SecretVault::newKey);
        return new DataKey(new SecretKeySpec(key, "AES"));
    }

    private static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    public void remove(TenantId tenant, String owner, String name) {
        jdbc.sql("delete from secret where tenant_id = ? and owner_id = ? and name = ?")
                .params(tenant.value(), owner, name)
                .update();
    }

    private byte[] encrypt(TenantId tenant, String owner, String name, byte[] secret) {
        return masterKey.seal(bound(tenant.value(), owner, name), secret);
    }

    private byte[] decrypt(TenantId tenant, String owner, String name, byte[] stored) {
        return masterKey.open(bound(tenant.value(), owner, name), stored);
    }

    static String bound(String tenant, String owner, String name) {
        return tenant + "\n" + owner + "\n" + name;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
