package io.chatledger.command.account.session;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions of everybody who is signed in, one table for all processes. It is asked at every request, by primary key:
 * what has ended, or what somebody may no longer do, holds for the next request in whatever process it arrives.
 */
@Component
public class SessionRegister {

    /** How long sessions last without a request, and at the longest. */
    private static final Duration BROWSER_IDLE = Duration.ofHours(12);

    private static final Duration BROWSER_LONGEST = Duration.ofDays(30);
    private static final Duration PROGRAM_IDLE = Duration.ofDays(30);
    private static final Duration PROGRAM_LONGEST = Duration.ofDays(180);

    /** A session is not written to at each request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    /** Those not used for longest make room. */
    private static final int MOST_OF_AN_ACCOUNT = 100;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public SessionRegister(@Qualifier("sessionDataSource") DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** @param browser whether a person's browser holds it, where it ends sooner than with a program */
    public KnownSession open(AccountId account, TenantId tenant, Role role, boolean browser) {
        Instant now = clock.instant();
        Instant endsAt = now.plus(browser ? BROWSER_LONGEST : PROGRAM_LONGEST);
        KnownSession session = new KnownSession(UUID.randomUUID(), tenant, account, role, browser, endsAt);
        jdbc.sql("""
                        with surplus as (
                          delete from session where id in (
                            select id from session where account_id = :account order by seen_at desc offset :most))
                        insert into session
                          (id, tenant_id, account_id, role, browser, opened_at, seen_at, expires_at, ends_at)
                        values (:id, :tenant, :account, :role, :browser, :now, :now, :expires, :ends)
                        """)
                .param("most", MOST_OF_AN_ACCOUNT - 1)
                .param("id", session.id())
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("role", role.name())
                .param("browser", browser)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(idle(browser))))
                .param("ends", Timestamp.from(endsAt))
                .update();
        return session;
    }

    /** The session, if it is open; being asked for keeps it open. */
    public Optional<KnownSession> find(UUID id) {
        Instant now = clock.instant();
        Optional<Seen> found = jdbc.sql("""
                        select id, tenant_id, account_id, role, browser, seen_at, ends_at from session
                        where id = ? and expires_at > ?
                        """)
                .params(id, Timestamp.from(now))
                .query((row, n) ->
                        new Seen(session(row), row.getTimestamp("seen_at").toInstant()))
                .optional();
        if (found.isPresent() && found.get().at().isBefore(now.minus(SEEN_EVERY))) {
            touch(found.get().session(), now);
        }
        return found.map(Seen::session);
    }

    /** Those of them that are open. */
    public Set<UUID> open(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from session where id = any(?) and expires_at > ?")
                .params(ids.toArray(UUID[]::new), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list());
    }

    /** Those of an account that are open, last used first. */
    public List<SessionUse> ofAccount(AccountId account) {
        return jdbc.sql("""
                        select id, tenant_id, account_id, role, browser, opened_at, seen_at, ends_at, place from session
                        where account_id = ? and expires_at > ? order by seen_at desc, id
                        """)
                .params(account.value(), Timestamp.from(clock.instant()))
                .query((row, n) -> new SessionUse(
                        session(row),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getBytes("place")))
                .list();
    }

    /** @param place sealed, as it says something about a person */
    public void seenFrom(UUID id, byte[] place) {
        jdbc.sql("update session set place = ? where id = ?").params(place, id).update();
    }

    /** Somebody signs out, or a refresh token was stolen; empty where it has ended before, by time too. */
    public Optional<KnownSession> end(UUID id) {
        return ended("delete from session where id = ?", id).stream().findFirst();
    }

    /** Somebody signs out everywhere, or has a new password; returns what was open. */
    public List<KnownSession> endAllOf(AccountId account) {
        return ended("delete from session where account_id = ?", account.value());
    }

    /** An account has left a tenant. */
    public void endAllOf(TenantId tenant, AccountId account) {
        jdbc.sql("delete from session where account_id = ? and tenant_id = ?")
                .params(account.value(), tenant.value())
                .update();
    }

    /** A tenant is suspended. */
    public void endAllOf(TenantId tenant) {
        jdbc.sql("delete from session where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    /** An account may do something else in a tenant from now on; it stays signed in. */
    public void changeRole(TenantId tenant, AccountId account, Role role) {
        jdbc.sql("update session set role = ? where account_id = ? and tenant_id = ? and role <> ?")
                .params(role.name(), account.value(), tenant.value(), role.name())
                .update();
    }

    /** Removes what has ended by itself; returns how many that were. */
    public int sweep() {
        return jdbc.sql("delete from session where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** How long a session lasts without being used. */
    public static Duration idle(boolean browser) {
        return browser ? BROWSER_IDLE : PROGRAM_IDLE;
    }

    private void touch(KnownSession session, Instant now) {
        jdbc.sql("update session set seen_at = ?, expires_at = least(ends_at, ?) where id = ?")
                .params(Timestamp.from(now), Timestamp.from(now.plus(idle(session.browser()))), session.id())
                .update();
    }

    private List<KnownSession> ended(String deletion, Object of) {
        Instant now = clock.instant();
        return jdbc
                .sql(deletion + " returning id, tenant_id, account_id, role, browser, expires_at, ends_at")
                .param(of)
                .query((row, n) -> row.getTimestamp("expires_at").toInstant().isAfter(now)
                        ? Optional.of(session(row))
                        : Optional.<KnownSession>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private record Seen(KnownSession session, Instant at) {}

    private static KnownSession session(ResultSet row) throws SQLException {
        return new KnownSession(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant_id")),
                new AccountId(row.getString("account_id")),
                Role.valueOf(row.getString("role")),
                row.getBoolean("browser"),
                row.getTimestamp("ends_at").toInstant());
    }
}
