package io.chatledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries while what things are kept in is away, and when it is back. */
@Timeout(60)
class OutageOfStorageIT {

    private final JournalFixture journal = new JournalFixture();

    @BeforeEach
    void begin() {
        journal.stop();
    }

    @AfterEach
    void end() {
        journal.stop();
        journal.close();
    }

    @Test
    void aTimeOutOfTheStoreIsNeverFinal() {
        journal.accept("used acme");
        journal.sql("update webhook_journal set attempts = 8").update();
        journal.storageTrouble(3);
        journal.start();
        journal.awaitDone();
        assertThat(journal.worked()).containsExactly("acme");
    }

    @Test
    void whatFailsByItselfIsStillFinalAfterEightAttempts() {
        journal.accept("used acme");
        journal.sql("update webhook_journal set attempts = 8").update();
        journal.trouble(1);
        journal.start();
        journal.awaitDone();
        assertThat(journal.worked()).isEmpty();
    }

    @Test
    void nothingIsTakenUpWhileTheStoreIsAway() {
        journal.store().lose();
        journal.start();
        journal.accept("used acme first");
        journal.accept("used acme second");
        assertThat(journal.worked()).isEmpty();
        journal.store().regain();
        journal.awaitDone();
        assertThat(journal.worked()).containsExactly("first", "second");
    }

    @Test
    void whatWasPutOffComesBeforeWhatIsNew() {
        journal.accept("used acme old");
        journal.sql("update webhook_journal set claimed_until = now() + interval '300 seconds'")
                .update();
        journal.store().lose();
        journal.start();
        journal.accept("used acme new");
        journal.store().regain();
        journal.awaitDone();
        assertThat(journal.worked()).containsExactly("old", "new");
    }

    @Test
    void aReturnIsNotLostWhileThePostponedAreStillBeingWoken() throws Exception {
        journal.accept("used acme first");
        journal.accept("used acme second");
        journal.sql("update webhook_journal set claimed_until = now() + interval '300 seconds'")
                .update();
        journal.sql("update webhook_journal set claimed_by = 'another' where id = ("
                        + " select id from webhook_journal order by received_at desc limit 1)")
                .update();
        journal.store().lose();
        journal.start();
        try (LockedRows locked = LockedRows.of(JournalFixture.DATABASE, "claimed_by is null")) {
            journal.store().regain();
            locked.awaitSomebodyWaiting();
            journal.sql("update webhook_journal set claimed_by = null where claimed_by = 'another'")
                    .update();
            journal.store().lose();
            journal.store().regain();
        }
        journal.awaitDone();
        assertThat(journal.worked()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void whatHasBegunWaitsInItsPlace() {
        journal.start();
        journal.storageTrouble(4);
        journal.accept("used acme first");
        journal.accept("used acme second");
        journal.awaitDone();
        assertThat(journal.worked()).containsExactly("first", "second");
        assertThat(journal.sql("select max(attempts) from webhook_journal")
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
