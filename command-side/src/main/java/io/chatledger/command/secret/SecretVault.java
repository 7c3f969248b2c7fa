package io.chatledger.command.secret;

import io.chatledger.kernel.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
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

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SecretVault(@Qualifier("storeDataSource") DataSource dataSource, MasterKey masterKey, InstantSource clock) {
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

    public void remove(TenantId tenant, String owner, String name) {
        jdbc.sql("delete from secret where tenant_id = ? and owner_id = ? and name = ?")
                .params(tenant.value(), owner, name)
                .update();
    }

    private byte[] encrypt(TenantId tenant, String owner, String name, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, tenant, owner, name, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private byte[] decrypt(TenantId tenant, String owner, String name, byte[] stored) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return cipher(Cipher.DECRYPT_MODE, nonce, tenant, owner, name, sealed);
    }

    private byte[] cipher(int mode, byte[] nonce, TenantId tenant, String owner, String name, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, masterKey.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((tenant + "\n" + owner + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A secret cannot be read or written: is this the master key that the data was made with?", failure);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
