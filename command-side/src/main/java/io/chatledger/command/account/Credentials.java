package io.chatledger.command.account;

import io.chatledger.command.OnceStored;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.problem.DomainProblem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id hashes. */
@Component
class Credentials {

    private static final int STRANGERS_WAITING = 16;
    private static final int KNOWN_WAITING = 16;

    /**
     * Each hash takes 19 MiB and a while of one core: half of the cores are left to whoever has signed in, and a flood
     * is turned away instead of queueing without end.
     */
    private final Turns turns = new Turns(
            Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4),
            STRANGERS_WAITING,
            KNOWN_WAITING,
            Duration.ofSeconds(5));

    /** OWASP's least: 19 MiB, two rounds, one lane. Whoever has a weaker hash gets a new one when signing in. */
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SessionRegister sessions;
    private final String nobody;

    Credentials(@Qualifier("storeDataSource") DataSource dataSource, SessionRegister sessions, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.sessions = sessions;
        this.clock = clock;
        this.nobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    /**
     * Sets or replaces a password; whoever signed in with the former one has to sign in again.
     *
     * @throws DomainProblem {@code busy} if too many others are signing in
     */
    void set(AccountId account, String password) {
        String hash = turns.take(false, () -> hashed(password));
        jdbc.sql("""
                        insert into credential (account_id, password_hash, changed_at) values (?, ?, ?)
                        on conflict (account_id)
                        do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .params(account.key(), hash, Timestamp.from(clock.instant()))
                .update();
        sessions.endAllOf(account);
    }

    void forget(AccountId account) {
        jdbc.sql("delete from credential where account_id = ?")
                .param(account.key())
                .update();
    }

    /**
     * Takes as long for nobody's account as for somebody's.
     *
     * @param known whether it comes from where the account's owner has signed in before
     * @param atTurn done when it is the caller's turn, before the password is looked at; what it throws is thrown
     * @throws DomainProblem {@code busy} if too many others are signing in
     */
    boolean matches(@Nullable AccountId account, String password, boolean known, Runnable atTurn) {
        String hash = jdbc.sql("select password_hash from credential where account_id = ?")
                .param(account == null ? "" : account.key())
                .query(String.class)
                .optional()
                .orElse(nobody);
        return turns.take(known, () -> {
            atTurn.run();
            boolean matches = encoder.matches(password, hash) && !hash.equals(nobody);
            if (matches && account != null && encoder.upgradeEncoding(hash)) {
                String stronger = hashed(password);
                OnceStored.leaving("Strengthening a password's hash", () -> replace(account, hash, stronger));
            }
            return matches;
        });
    }

    /** The password is the same, so sessions stay; a new one that was set meanwhile stays too. */
    private void replace(AccountId account, String former, String stronger) {
        jdbc.sql("update credential set password_hash = ? where account_id = ? and password_hash = ?")
                .params(stronger, account.key(), former)
                .update();
    }

    private String hashed(String password) {
        return String.valueOf(encoder.encode(password));
    }
}
