package io.chatledger.command.account;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong passwords, for all processes together, and locks for a quarter of an hour: an account for an address
 * after five; an account for everybody, and an address for all accounts, after twenty. A device in which the account's
 * owner has signed in before has five of its own and minds nobody else's, so that strangers cannot lock anybody out of
 * there. Whether an account exists makes no difference; nor, once locked, whether the password is right.
 */
@Component
class LoginAttempts {

    static final int MOST_FROM_ONE_PLACE = 5;
    static final int MOST_OF_AN_ACCOUNT = 20;
    static final int MOST_OF_AN_ADDRESS = 20;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BlindIndex blindIndex;
    private final InstantSource clock;

    /** What is counted together, and how many attempts of it there may be. */
    record Subject(UUID key, int most) {}

    /**
     * What an attempt counts for.
     *
     * @param pair the account in the place that it is from
     * @param account the account from anywhere; null for a known device
     * @param address the place whatever the account; null for a known device
     */
    record Attempt(
            Subject pair,
            @Nullable Subject account,
            @Nullable Subject address) {

        boolean known() {
            return address == null;
        }

        List<Subject> subjects() {
            return account == null || address == null ? List.of(pair) : List.of(pair, account, address);
        }
    }

    LoginAttempts(@Qualifier("storeDataSource") DataSource dataSource, BlindIndex blindIndex, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /**
     * @param email claim on the address that somebody wants to sign in with
     * @param device a known device of that account; null for none
     */
    Attempt from(ClaimId email, String address, @Nullable UUID device) {
        if (device != null) {
            return new Attempt(subject("device", email.key() + "\n" + device, MOST_FROM_ONE_PLACE), null, null);
        }
        return new Attempt(
                subject("pair", email.key() + "\n" + address, MOST_FROM_ONE_PLACE),
                subject("account", email.key(), MOST_OF_AN_ACCOUNT),
                subject("address", address, MOST_OF_AN_ADDRESS));
    }

    /** @throws DomainProblem {@code locked}, with {@code retryAfterSeconds} */
    void verify(Attempt attempt) {
        attempt.subjects().forEach(subject -> lockedUntil(subject).ifPresent(this::refuse));
    }

    /**
     * Counts the attempt before anybody looks at the password, so that many at the same time are no more than one after
     * the other.
     *
     * @throws DomainProblem {@code locked}; it does not count then
     */
    void begin(Attempt attempt) {
        transaction.executeWithoutResult(status -> {
            // What a crash of the database forgets is a few attempts; nobody waits for its disk.
            jdbc.sql("set local synchronous_commit = off").update();
            attempt.subjects().forEach(this::count);
        });
    }

    /** The password was right: the account is as if nothing had been tried, the address lacks this one attempt. */
    void succeeded(Attempt attempt) {
        attempt.subjects().forEach(subject -> {
            if (subject == attempt.address()) {
                withdraw(subject);
            } else {
                jdbc.sql("delete from login_attempt where subject = ?")
                        .param(subject.key())
                        .update();
            }
        });
    }

    /** Removes what counts no more; returns how much that was. */
    int sweep() {
        return jdbc.sql("delete from login_attempt where until <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private void count(Subject subject) {
        Instant now = clock.instant();
        int counted = jdbc.sql("""
                        insert into login_attempt as a (subject, attempts, until) values (:subject, 1, :until)
                        on conflict (subject) do update
                        set attempts = case when a.until > :now then a.attempts + 1 else 1 end, until = excluded.until
                        where a.until <= :now or a.attempts < :most
                        """)
                .param("subject", subject.key())
                .param("until", Timestamp.from(now.plus(LOCKED)))
                .param("now", Timestamp.from(now))
                .param("most", subject.most())
                .update();
        if (counted == 0) {
            refuse(lockedUntil(subject).orElse(now.plus(LOCKED)));
        }
    }

    private void withdraw(Subject subject) {
        jdbc.sql("update login_attempt set attempts = attempts - 1 where subject = ? and attempts > 0")
                .param(subject.key())
                .update();
    }

    private Optional<Instant> lockedUntil(Subject subject) {
        return jdbc.sql("select until from login_attempt where subject = ? and attempts >= ? and until > ?")
                .params(subject.key(), subject.most(), Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void refuse(Instant until) {
        long seconds = Duration.between(clock.instant(), until).plusMillis(999).toSeconds();
        throw new DomainProblem(
                DomainProblem.Kind.TOO_MANY,
                "locked",
                "There were too many wrong passwords; try again later.",
                Map.of("retryAfterSeconds", Math.max(1, seconds)));
    }

    private Subject subject(String kind, String value, int most) {
        return new Subject(blindIndex.key(TenantId.PLATFORM, "login-" + kind, value), most);
    }
}
