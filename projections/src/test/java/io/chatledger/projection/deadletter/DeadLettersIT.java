package io.chatledger.projection.deadletter;

import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.message.LaterRevisionException;
import io.chatledger.projection.Facts;
import io.chatledger.projection.Projections;
import io.chatledger.projection.Shop;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be handled waits by itself; what can goes on, in the same transaction. */
class DeadLettersIT {

    private final LetterRig rig = new LetterRig();

    @Test
    void aFoldThatThrowsParksItsRowAndNothingElse() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.created(2), rig.shop.renamed(1, "bad"), rig.shop.renamed(2, "Bea"));
        rig.process(rig.shop.renamed(1, "late"), rig.shop.renamed(2, "Eva"));
        assertThat(rig.names())
                .isEqualTo(
                        Map.of(Shop.customer(1).key(), "Ana 1", Shop.customer(2).key(), "Eva"));
        assertThat(rig.parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(3L, 5L);
        assertThat(rig.parked().getFirst().getCauseType()).isEqualTo(IllegalStateException.class.getName());
        assertThat(rig.parked().getLast().getCauseType()).isNull();
        assertThat(rig.parked()).extracting(DeadLetterRecord::getTenantId).containsOnly(Facts.TENANT.value());
    }

    @Test
    void aCauseSaysWhereAndNothingOfWhatWasWritten() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        rig.process(rig.shop.created(2), rig.shop.stored(2, "{\"contactId\":\"my secret\",\"name\":\"a secret\"}"));
        rig.process(rig.shop.created(3), rig.shop.stored(3, "a secret"));
        assertThat(rig.parked())
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.getCauseType() + letter.getCauseMessage())
                        .doesNotContain("bad", "secret"));
        assertThat(rig.parked().getFirst().getCauseMessage()).contains("LetterRig.refusal:");
        assertThat(rig.parked().get(1).getCauseMessage()).contains("field contactId", "StreamId.checked");
        assertThat(rig.parked())
                .extracting(letter -> letter.getPayload().length)
                .containsOnly(0);
    }

    @Test
    void anEventThatCannotBeReadParksItsStream() {
        rig.process(rig.shop.created(1), rig.shop.created(2));
        rig.process(rig.shop.stored(1, "{"), rig.shop.renamed(2, "Bea"), rig.shop.renamed(1, "late"));
        assertThat(rig.names())
                .isEqualTo(
                        Map.of(Shop.customer(1).key(), "Ana 1", Shop.customer(2).key(), "Bea"));
        assertThat(rig.parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(3L, 5L);

        rig.shop.mend(3, 1, "mended");
        DeadLetters.Retried retried = rig.letters.retry(rig.parked().getFirst().getLetterId());
        assertThat(retried).isEqualTo(new DeadLetters.Retried(2, null));
        assertThat(rig.names()).containsEntry(Shop.customer(1).key(), "late");
        assertThat(rig.parked()).isEmpty();
    }

    /** Not the event is at fault but this process: one of the later release folds it, and takes up where this one stands. */
    @Test
    void whatALaterReleaseHasWrittenIsNeitherFoldedNorPutAside() {
        rig.process(rig.shop.created(1));
        String payload = "{\"contactId\":\"" + Shop.customer(1).value() + "\",\"at\":\"2026-03-01T12:00:00Z\"}";
        assertThatThrownBy(() -> rig.process(rig.shop.stored(1, payload, 2), rig.shop.renamed(1, "late")))
                .hasRootCauseInstanceOf(LaterRevisionException.class)
                .rootCause()
                .hasMessageContaining("contact.ProfileNameChanged is stored in revision 2");
        assertThat(rig.parked()).isEmpty();
        assertThat(rig.names()).containsValue("Ana 1");
    }

    @Test
    void aRowThatPostgresqlRefusesParksThatRowOnly() {
        rig.contacts.breakBy((event, row) -> {
            if (row != null
                    && event instanceof ProfileNameChanged changed
                    && changed.name().equals("bad")) {
                row.setName("nul \u0000");
            }
            return row;
        });
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            batch.add(rig.shop.created(customer));
            batch.add(rig.shop.renamed(customer, "Bea"));
        }
        batch.add(rig.shop.renamed(17, "bad"));
        rig.process(batch);
        rig.process(rig.shop.renamed(17, "late"), rig.shop.renamed(18, "late"));
        assertThat(rig.names())
                .hasSize(40)
                .containsEntry(Shop.customer(17).key(), "Bea")
                .containsEntry(Shop.customer(18).key(), "late");
        assertThat(rig.parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(81L, 82L);
        assertThat(rig.parked().getFirst().getCauseMessage()).startsWith("SQLSTATE 22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "57014", "08006", "53300", "55P03"})
    void aFailureOfTheDatabaseParksNothing(String state) {
        rig.process(rig.shop.created(1));
        rig.contacts.breakBy((event, row) -> {
            throw new DataAccessException("lost", new SQLException("lost", state));
        });
        TrackedEventMessage<?> renamed = rig.shop.renamed(1, "Bea");
        assertThatThrownBy(() -> rig.process(renamed)).isInstanceOf(DataAccessException.class);
        assertThat(rig.parked()).isEmpty();
        rig.contacts.mend();
        rig.process(renamed);
        assertThat(rig.names()).containsValue("Bea");
    }

    @Test
    void whatIsParkedStaysParkedOverARestart() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        rig.contacts.mend();
        rig.restart();
        rig.process(rig.shop.renamed(1, "late"));
        assertThat(rig.names()).containsValue("Ana 1");
        assertThat(rig.parked()).hasSize(2);
    }

    @Test
    void whatAnotherProcessParkedIsSeen() {
        rig.process(rig.shop.created(1), rig.shop.created(2));
        Projections here = rig.projections;
        rig.restart();
        rig.refuse("bad");
        rig.process(rig.shop.renamed(1, "bad"));
        rig.contacts.mend();
        rig.projections = here;
        rig.process(rig.shop.renamed(1, "late"));
        assertThat(rig.names()).containsEntry(Shop.customer(1).key(), "Ana 1");
        assertThat(rig.parked()).hasSize(2);
    }

    @Test
    void aFloodStopsTheProcessorRatherThanTheDisk() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        LetterRig.DATABASE
                .owner()
                .execute("insert into dead_letter (letter_id, processor_name, projection, sequence_id, sequence_index,"
                        + " message_type, event_id, timestamp, payload_name, payload, enqueued_at) select"
                        + " 'letter ' || n, processor_name, projection, sequence_id, sequence_index - n, message_type,"
                        + " event_id, timestamp, payload_name, payload, enqueued_at from dead_letter,"
                        + " generate_series(1, 9998) n");
        rig.process(renames(1));
        assertThatThrownBy(() -> rig.process(renames(1))).isInstanceOf(DeadLettersFull.class);
        assertThat(LetterRig.DATABASE.owner().fetchCount(DEAD_LETTER)).isEqualTo(10_000);
        DeadLetters.clear(LetterRig.DSL, "contact");
        rig.process(rig.shop.renamed(2, "goes on"));
        assertThat(rig.parked()).isEmpty();
    }

    private List<TrackedEventMessage<?>> renames(int count) {
        List<TrackedEventMessage<?>> renames = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            renames.add(rig.shop.renamed(1, "name " + n));
        }
        return renames;
    }
}
