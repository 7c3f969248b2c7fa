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

    static final Duration LIFE = Duration.ofDays(30);

    private static final Duration TABS_MAY_OVERLAP = Duration.ofSeconds(30);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** How a second use of a token is to be taken. */
    enum Reuse {
        /** It was stolen: the whole family ends. */
        THEFT,
        /** Shortly after the first use it may be another tab of the same browser, which is only refused. */
        MAYBE_A_TAB
    }

    /** A new token and whom it was issued to. */
    record Issued(String token, AccountId account, TenantId tenant) {

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    RefreshTokens(@Qualifier("storeDataSource") DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** The first token of a new family. */
    String issue(AccountId account, TenantId tenant) {
        String token = newToken();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into refresh_token (token_hash, tenant_id, account_id, family, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        hash(token),
                        tenant.value(),
                        account.value(),
                        UUID.randomUUID(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        return token;
    }

    /** Uses a token up for a new one, in one statement; empty if it is unknown, used or too old. */
    Optional<Issued> rotate(String token, Reuse reuse) {
        String next = newToken();
        Instant now = clock.instant();
        Optional<Issued> issued = jdbc.sql("""
                        with used as (
                          update refresh_token set used_at = ?
                          where token_hash = ? and used_at is null and expires_at > ?
                          returning tenant_id, account_id, family),
                        outlived as (
                          delete from refresh_token
                          where family in (select family from used) and expires_at <= ?)
                        insert into refresh_token (token_hash, tenant_id, account_id, family, issued_at, expires_at)
                        select ?, tenant_id, account_id, family, ?, ? from used
                        returning account_id, tenant_id
                        """)
                .params(
                        Timestamp.from(now),
                        hash(token),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        hash(next),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .query((row, n) -> new Issued(next, new AccountId(row.getString(1)), new TenantId(row.getString(2))))
                .optional();
        if (issued.isEmpty() && (reuse == Reuse.THEFT || !justUsed(token, now))) {
            revoke(token);
        }
        return issued;
    }

    /** Ends the token's whole family; does nothing for an unknown one. */
    void revoke(String token) {
        jdbc.sql("select family from refresh_token where token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional()
                .ifPresent(this::revokeFamily);
    }

    private void revokeFamily(UUID family) {
        // Again until nothing is left: a token may have been rotated while the others were deleted.
        while (jdbc.sql("delete from refresh_token where family = ?")
                        .param(family)
                        .update()
                > 0) {
            continue;
        }
    }

    private boolean justUsed(String token, Instant now) {
        return jdbc.sql("select exists (select from refresh_token where token_hash = ? and used_at > ?)")
                .params(hash(token), Timestamp.from(now.minus(TABS_MAY_OVERLAP)))
                .query(Boolean.class)
                .single();
    }

    private String newToken() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
