package io.chatledger.command.account;

import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
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
 * Refresh tokens: kept as hashes, good for one use. Those of a session are a family: a second use of the same one means
 * that somebody has stolen it, and ends the session, and with it the whole family.
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
        /** It was stolen: the session ends. */
        THEFT,
        /** Shortly after the first use it may be another tab of the same browser, which is only refused. */
        MAYBE_A_TAB
    }

    /** A new token and the session that it belongs to. */
    record Issued(String token, UUID session) {

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    RefreshTokens(@Qualifier("storeDataSource") DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** The session of a token that was issued at any time; empty for an unknown one, or where it has ended. */
    Optional<UUID> session(String token) {
        return jdbc.sql("select family from refresh_token where token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional();
    }

    /** The first token of a session. */
    String issue(KnownSession session) {
        String token = newToken();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into refresh_token (token_hash, tenant_id, account_id, family, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        hash(token),
                        session.tenant().value(),
                        session.account().value(),
                        session.id(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        return token;
    }

    /**
     * Uses a token up for a new one and keeps its session open, in one statement; empty if it is unknown, used or too
     * old, or its session has ended. The session is locked first, as by whoever ends it.
     */
    Optional<Issued> rotate(String token) {
        String next = newToken();
        Instant now = clock.instant();
        return jdbc.sql("""
                        with open as (
                          select id from session
                          where id = (select family from refresh_token where token_hash = :token) and expires_at > :now
                          for update),
                        used as (
                          update refresh_token set used_at = :now from open
                          where token_hash = :token and family = open.id and used_at is null and expires_at > :now
                          returning refresh_token.tenant_id, refresh_token.account_id, family),
                        seen as (
                          update session
                          set seen_at = :now, expires_at = least(ends_at, case when browser then cast(:browser as timestamptz) else :program end)
                          where id in (select family from used)),
                        outlived as (
                          delete from refresh_token
                          where family in (select family from used) and expires_at <= :now)
                        insert into refresh_token (token_hash, tenant_id, account_id, family, issued_at, expires_at)
                        select :next, tenant_id, account_id, family, :now, :expires from used
                        returning family
                        """)
                .param("token", hash(token))
                .param("next", hash(next))
                .param("now", Timestamp.from(now))
                .param("browser", Timestamp.from(now.plus(SessionRegister.idle(true))))
                .param("program", Timestamp.from(now.plus(SessionRegister.idle(false))))
                .param("expires", Timestamp.from(now.plus(LIFE)))
                .query((row, n) -> new Issued(next, row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * The session to be ended because a token was used that had been used before; empty where it only came late: as
     * another tab's, or when it or its session had ended by time.
     */
    Optional<UUID> stolen(String token, Reuse reuse) {
        Instant now = clock.instant();
        Instant usedBefore = reuse == Reuse.THEFT ? now : now.minus(TABS_MAY_OVERLAP);
        return jdbc.sql("""
                        select t.family from refresh_token t join session s on s.id = t.family
                        where t.token_hash = ? and t.used_at <= ? and s.expires_at > ?
                        """)
                .params(hash(token), Timestamp.from(usedBefore), Timestamp.from(now))
                .query(UUID.class)
                .optional();
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
