package io.chatledger.projection;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What cannot be handled waits by itself; what can goes on, in the same transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {

    private Database database;
    private DSLContext dsl;
    private JdbcTransactionManager manager;
    private Shop shop;
    private Breakable<OfContact, ContactViewRecord> contacts;
    private Projections projections;
    private DeadLetters letters;

    @BeforeAll
    void start() {
        database = new Database();
        DataSource source = database.as("chatledger_projection");
        dsl = new ProjectionConfiguration().projectionDsl(source);
        manager = new JdbcTransactionManager(source);
    }

    @BeforeEach
    void empty() {
        shop = new Shop();
        contacts = new Breakable<>(new ContactProjection());
        database.owner().execute("truncate dead_letter, dead_letter_discard");
        restart();
        database.empty(projections.all());
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aFoldThatThrowsParksItsRowAndNothingElse() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.created(2), shop.renamed(1, "bad"), shop.renamed(2, "Bea"));
        process(shop.renamed(1, "late"), shop.renamed(2, "Eva"));
        assertThat(names())
                .isEqualTo(
                        Map.of(Shop.customer(1).key(), "Ana 1", Shop.customer(2).key(), "Eva"));
        assertThat(parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(3L, 5L);
        assertThat(parked().getFirst().getCauseType()).isEqualTo(IllegalStateException.class.getName());
        assertThat(parked().getLast().getCauseType()).isNull();
        assertThat(parked()).extracting(DeadLetterRecord::getTenantId).containsOnly(Facts.TENANT.value());
    }

    @Test
    void aCauseSaysWhereAndNothingOfWhatWasWritten() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"));
        process(shop.created(2), shop.stored(2, "{\"contactId\":\"my secret\",\"name\":\"a secret\"}"));
        process(shop.created(3), shop.stored(3, "a secret"));
        assertThat(parked())
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.getCauseType() + letter.getCauseMessage())
                        .doesNotContain("bad", "secret"));
        assertThat(parked().getFirst().getCauseMessage()).contains("DeadLettersIT.refuse:");
        assertThat(parked().get(1).getCauseMessage()).contains("field contactId", "StreamId.checked");
        assertThat(parked()).extracting(letter -> letter.getPayload().length).containsOnly(0);
    }

    @Test
    void anEventThatCannotBeReadParksItsStream() {
        process(shop.created(1), shop.created(2));
        process(shop.stored(1, "{"), shop.renamed(2, "Bea"), shop.renamed(1, "late"));
        assertThat(names())
                .isEqualTo(
                        Map.of(Shop.customer(1).key(), "Ana 1", Shop.customer(2).key(), "Bea"));
        assertThat(parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(3L, 5L);

        shop.mend(3, 1, "mended");
        DeadLetters.Retried retried = letters.retry(parked().getFirst().getLetterId());
        assertThat(retried).isEqualTo(new DeadLetters.Retried(2, null));
        assertThat(names()).containsEntry(Shop.customer(1).key(), "late");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aRowThatPostgresqlRefusesParksThatRowOnly() {
        contacts.breakBy((event, row) -> {
            if (row != null
                    && event instanceof ProfileNameChanged changed
                    && changed.name().equals("bad")) {
                row.setName("nul \u0000");
            }
            return row;
        });
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            batch.add(shop.created(customer));
            batch.add(shop.renamed(customer, "Bea"));
        }
        batch.add(shop.renamed(17, "bad"));
        process(batch);
        process(shop.renamed(17, "late"), shop.renamed(18, "late"));
        assertThat(names())
                .hasSize(40)
                .containsEntry(Shop.customer(17).key(), "Bea")
                .containsEntry(Shop.customer(18).key(), "late");
        assertThat(parked()).extracting(DeadLetterRecord::getSequenceIndex).containsExactly(81L, 82L);
        assertThat(parked().getFirst().getCauseMessage()).startsWith("SQLSTATE 22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "57014", "08006", "53300", "55P03"})
    void aFailureOfTheDatabaseParksNothing(String state) {
        process(shop.created(1));
        contacts.breakBy((event, row) -> {
            throw new DataAccessException("lost", new SQLException("lost", state));
        });
        TrackedEventMessage<?> renamed = shop.renamed(1, "Bea");
        assertThatThrownBy(() -> process(renamed)).isInstanceOf(DataAccessException.class);
        assertThat(parked()).isEmpty();
        contacts.mend();
        process(renamed);
        assertThat(names()).containsValue("Bea");
    }

    @Test
    void whatIsParkedStaysParkedOverARestart() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"));
        contacts.mend();
        restart();
        process(shop.renamed(1, "late"));
        assertThat(names()).containsValue("Ana 1");
        assertThat(parked()).hasSize(2);
    }

    @Test
    void whatAnotherProcessParkedIsSeen() {
        process(shop.created(1), shop.created(2));
        Projections here = projections;
        restart();
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.renamed(1, "bad"));
        contacts.mend();
        projections = here;
        process(shop.renamed(1, "late"));
        assertThat(names()).containsEntry(Shop.customer(1).key(), "Ana 1");
        assertThat(parked()).hasSize(2);
    }

    @Test
    void anotherAttemptThatFailsSaysHowOftenAndKeepsTheOrder() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"), shop.renamed(1, "late"));
        DeadLetters.Retried retried = letters.retry(parked().getLast().getLetterId());
        assertThat(retried.done()).isZero();
        assertThat(retried.cause()).isNotNull();
        assertThat(parked()).extracting(DeadLetterRecord::getAttempts).containsExactly(2, 1);
        assertThat(names()).containsValue("Ana 1");
    }

    @Test
    void aDiscardedEventIsPassedOverAndTheOthersCanBeRetried() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"), shop.renamed(1, "late"));
        letters.discard(parked().getFirst().getLetterId());
        assertThat(DeadLetters.discarded(dsl, "contact")).containsExactly(2L);
        assertThat(letters.retry(parked().getFirst().getLetterId())).isEqualTo(new DeadLetters.Retried(1, null));
        assertThat(names()).containsValue("late");
        process(shop.renamed(1, "later"));
        assertThat(names()).containsValue("later");
    }

    @Test
    void whoeverWasErasedMeanwhileDoesNotComeBack() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"));
        contacts.mend();
        process(shop.erased(1));
        assertThat(letters.retry(parked().getFirst().getLetterId()).done()).isEqualTo(2);
        process(shop.created(2));
        assertThat(names()).doesNotContainValue("bad").doesNotContainValue("Ana 1");
    }

    @Test
    void aRebuildMakesTheLettersOfItsProjectionVoid() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"));
        DeadLetters.clear(dsl, "channel");
        assertThat(parked()).hasSize(1);
        DeadLetters.clear(dsl, "contact");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aFloodStopsTheProcessorRatherThanTheDisk() {
        contacts.breakBy((event, row) -> refuse(event, "bad", row));
        process(shop.created(1), shop.renamed(1, "bad"));
        database.owner()
                .execute("insert into dead_letter (letter_id, processor_name, projection, sequence_id, sequence_index,"
                        + " message_type, event_id, timestamp, payload_name, payload, enqueued_at) select"
                        + " 'letter ' || n, processor_name, projection, sequence_id, sequence_index - n, message_type,"
                        + " event_id, timestamp, payload_name, payload, enqueued_at from dead_letter,"
                        + " generate_series(1, 9998) n");
        process(renames(1));
        assertThatThrownBy(() -> process(renames(1))).isInstanceOf(DeadLettersFull.class);
        assertThat(database.owner().fetchCount(DEAD_LETTER)).isEqualTo(10_000);
        DeadLetters.clear(dsl, "contact");
        process(shop.renamed(2, "goes on"));
        assertThat(parked()).isEmpty();
    }

    /** Whatever fails, in whatever batches, and in whatever order it is tried again: the rows come out the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whenAllIsMendedTheRowsAreAsIfNothingHadFailed(long seed) {
        Random random = new Random(seed);
        AtomicInteger faults = new AtomicInteger(random.nextInt(1, 6));
        contacts.breakBy((event, row) -> {
            if (faults.get() > 0 && random.nextInt(12) == 0) {
                faults.decrementAndGet();
                throw new IllegalStateException("broken");
            }
            return row;
        });
        List<TrackedEventMessage<?>> history = history(random);
        inBatches(history, random);
        contacts.mend();
        while (!parked().isEmpty()) {
            List<DeadLetterRecord> left = parked();
            letters.retry(left.get(random.nextInt(left.size())).getLetterId());
        }
        String mended = database.content(CONTACT_VIEW);
        database.empty(projections.all());
        restart();
        inBatches(shop.all(), random);
        assertThat(mended).isEqualTo(database.content(CONTACT_VIEW));
    }

    private List<TrackedEventMessage<?>> history(Random random) {
        for (int customer = 0; customer < 6; customer++) {
            shop.created(customer);
        }
        for (int n = 0; n < 120; n++) {
            shop.renamed(random.nextInt(6), "name " + n);
        }
        return shop.all();
    }

    private void inBatches(List<TrackedEventMessage<?>> history, Random random) {
        for (int from = 0; from < history.size(); ) {
            int to = Math.min(from + 1 + random.nextInt(20), history.size());
            process(history.subList(from, to));
            from = to;
        }
    }

    private List<TrackedEventMessage<?>> renames(int count) {
        List<TrackedEventMessage<?>> renames = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            renames.add(shop.renamed(1, "name " + n));
        }
        return renames;
    }

    private static ContactViewRecord refuse(OfContact event, String name, ContactViewRecord row) {
        if (event instanceof ProfileNameChanged changed && changed.name().equals(name)) {
            throw new IllegalStateException("I do not like " + name);
        }
        return row;
    }

    private void restart() {
        projections = new Projections(List.of(contacts), dsl);
        letters = new DeadLetters(projections, new StoredEvents(shop), dsl, new TransactionTemplate(manager));
    }

    private void process(TrackedEventMessage<?>... batch) {
        process(List.of(batch));
    }

    private void process(List<TrackedEventMessage<?>> batch) {
        UnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.attachTransaction(new SpringTransactions(manager));
        var result = unit.executeWithResult(() -> {
            projections.invoker().handle(unit.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private List<DeadLetterRecord> parked() {
        return database.owner()
                .selectFrom(DEAD_LETTER)
                .orderBy(DEAD_LETTER.SEQUENCE_INDEX)
                .fetch();
    }

    private Map<String, String> names() {
        return database.owner().fetch(CONTACT_VIEW).intoMap(CONTACT_VIEW.ID, CONTACT_VIEW.NAME);
    }
}
