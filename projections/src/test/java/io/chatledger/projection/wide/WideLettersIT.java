package io.chatledger.projection.wide;

import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.projection.Breakable;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Facts;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.deadletter.DeadLetters;
import io.chatledger.projection.deadletter.LetterRig;
import io.chatledger.projection.wide.SampleEvent.EntryPosted;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An event that one of its rows cannot take: the others have it, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideLettersIT {

    private final Breakable<EntryPosted, WebhookJournalViewRecord> ledger = new Breakable<>(new LedgerProjection());
    private final Projections projections = new Projections(List.of(ledger));
    private final WideRig rig = new WideRig();
    private RecordedEvents history = new RecordedEvents();

    @BeforeAll
    void knowNoOther() {
        rig.database.owner().execute("delete from projection_build");
    }

    @BeforeEach
    void begin() {
        rig.database.owner().execute("truncate dead_letter, dead_letter_discard");
        history = new RecordedEvents();
        history.record(List.of(entry(1, "a", "b"), entry(2, "a", "c"), entry(3, "b", "a")));
        ledger.breakBy((event, row) -> {
            if (event.number() == 2 && row != null && row.getId().equals("a")) {
                throw new IllegalStateException("a does not like it");
            }
            return row;
        });
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void onlyTheRowThatFailsIsPutAside() {
        rig.live(projections, history.all(), 10);
        assertThat(parked()).isEqualTo(Map.of(2L, "ledger row shop-a/a", 3L, "ledger row shop-a/a"));
        assertThat(balances()).containsExactly("a -10", "b 0", "c 10");
    }

    @Test
    void anotherAttemptTouchesNoneOfTheOthers() {
        rig.live(projections, history.all(), 10);
        ledger.mend();
        assertThat(letters().retry(letter()).done()).isEqualTo(2);
        assertThat(balances()).containsExactly("a -10", "b 0", "c 10");
        assertThat(rig.rebuilt(projections, history, null, 3, 1 << 20, 3))
                .isEqualTo(rig.database.content(projections.all()));
    }

    @Test
    void whatIsDiscardedIsMissingInThatRowAloneAndInARebuildToo() {
        rig.live(projections, history.all(), 10);
        letters().discard(letter());
        letters().retry(letter());
        assertThat(balances()).containsExactly("a 0", "b 0", "c 10");
        assertThat(rig.rebuilt(projections, history, null, 3, 1 << 20, 3))
                .isEqualTo(rig.database.content(projections.all()));
    }

    /** Or the other rows, which have had it, would get it again. */
    @Test
    void aLetterOfARowStaysTheRowsOwnWhereTheEventCannotBeReadAnyMore() {
        rig.live(projections, history.all(), 10);
        ledger.tellNoRows(event -> event.number() == 2);
        assertThat(letters().retry(letter()).cause()).isNotNull();
        assertThat(parked()).isEqualTo(Map.of(2L, "ledger row shop-a/a", 3L, "ledger row shop-a/a"));
        ledger.mend();
        assertThat(letters().retry(letter()).done()).isEqualTo(2);
        assertThat(balances()).containsExactly("a -10", "b 0", "c 10");
    }

    /** Its rows may be any of the tenant's, and each depends on the order of what touches it. */
    @Test
    void anEventWhoseRowsCannotBeToldHoldsUpWhateverMayTouchThem() {
        ledger.mend();
        ledger.tellNoRows(event -> event.number() == 2);
        rig.live(projections, history.all(), 10);
        assertThat(parked()).isEqualTo(Map.of(2L, "ledger tenant shop-a", 3L, "ledger tenant shop-a"));
        ledger.mend();
        assertThat(letters().retry(letter()).done()).isEqualTo(2);
        assertThat(rig.database.content(projections.all()))
                .isEqualTo(rig.rebuilt(projections, history, null, 3, 1 << 20, 3));
    }

    private DeadLetters letters() {
        return LetterRig.letters(projections, history, rig.dsl, rig.transactions);
    }

    private String letter() {
        return rig.database
                .owner()
                .selectFrom(DEAD_LETTER)
                .orderBy(DEAD_LETTER.SEQUENCE_INDEX)
                .fetch()
                .getFirst()
                .getLetterId();
    }

    private Map<Long, String> parked() {
        return rig.database.owner().fetch(DEAD_LETTER).intoMap(DEAD_LETTER.SEQUENCE_INDEX, DEAD_LETTER.SEQUENCE_ID);
    }

    private List<String> balances() {
        return rig.database
                .owner()
                .fetch("select id || ' ' || attempts from webhook_journal_view order by id")
                .getValues(0, String.class);
    }

    private static Fact entry(int number, String from, String to) {
        return new Fact(Facts.TENANT, new EntryPosted(number, number, from, to, 10));
    }
}
