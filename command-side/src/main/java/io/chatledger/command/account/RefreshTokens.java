package io.chatledger.command.account;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refresh tokens: kept as hashes, good for one use. A second use of the same one means that somebody has stolen it, and
 * ends the whole family.
 */
@Component
class RefreshTokens {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Whom a token was issued to. */
    record Holder(AccountId account, TenantId tenant, UUID family) {}

    RefreshTokens(@Qualifier("storeDataSource") DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    String issue(AccountId account, TenantId tenant, UUID family) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into refresh_token (token_hash, tenant_id, account_id, family, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        hash(token),
                        tenant.value(),
                        account.value(),
                        family,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        return token;
    }

    /** Uses a token up; empty if it is unknown, used or too old. */
    Optional<Holder> redeem(String token) {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Holder> holder = jdbc.sql("""
                        update refresh_token set used_at = ?
                        where token_hash = ? and used_at is null and expires_at > ?
                        returning account_id, tenant_id, family
                        """)
                .params(now, hash(token), now)
                .query((row, n) -> new Holder(
                        new AccountId(row.getString(1)), new TenantId(row.getString(2)), row.getObject(3, UUID.class)))
                .optional();
        if (holder.isEmpty()) {
            revoke(token);
        }
        return holder;
    }

    /** Ends the token's whole family; does nothing for an unknown one. */
    void revoke(String token) {
        jdbc.sql("""
                        delete from refresh_token
                        where family in (select family from refresh_token where token_hash = ?)
                        """).param(hash(token)).update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
