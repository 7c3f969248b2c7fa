package io.chatledger.projection.deadletter;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;

import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.projection.Batches;
import io.chatledger.projection.Breakable;
import io.chatledger.projection.Database;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.Shop;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.projection.live.LiveFold;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contacts whose folding can be broken, and the letters that come of it, on empty tables. */
@SuppressWarnings("NullAway.Init")
public final class LetterRig {

    /** One for all classes that use it; it ends with the JVM. */
    public static final Database DATABASE = new Database();

    private static final DataSource SOURCE = DATABASE.as("chatledger_projection");
    static final DSLContext DSL = Wired.dsl(SOURCE);
    private static final JdbcTransactionManager MANAGER = new JdbcTransactionManager(SOURCE);

    public final Shop shop = new Shop();
    final Breakable<OfContact, ContactViewRecord> contacts = new Breakable<>(new ContactProjection());
    Projections projections;
    LiveFold fold;
    DeadLetters letters;

    public LetterRig() {
        restart();
        DATABASE.owner().execute("truncate dead_letter, dead_letter_discard");
        DATABASE.empty(projections.all());
        DATABASE.owner().execute("delete from projection_build where name <> 'contact'");
        builtBy(contacts.version());
    }

    /** The contacts are as code of that version has made them. */
    void builtBy(int version) {
        DATABASE.owner().execute("update projection_build set version = ? where name = 'contact'", version);
    }

    void restart() {
        projections = new Projections(List.of(contacts));
        fold = new LiveFold(projections.lanes().getFirst(), Wired.NAMES, DSL);
        letters = letters(projections, shop.history(), DSL, MANAGER);
    }

    /** What can be done about the letters of such projections. */
    public static DeadLetters letters(
            Projections projections, RecordedEvents history, DSLContext dsl, PlatformTransactionManager transactions) {
        return new DeadLetters(
                projections, new StoredEvents(history), Wired.NAMES, dsl, new TransactionTemplate(transactions));
    }

    /** TableFold fails at every rename to that name. */
    void refuse(String name) {
        contacts.breakBy((event, row) -> refusal(event, name, row));
    }

    private static @Nullable ContactViewRecord refusal(OfContact event, String name, @Nullable ContactViewRecord row) {
        if (event instanceof ProfileNameChanged changed && changed.name().equals(name)) {
            throw new IllegalStateException("I do not like " + name);
        }
        return row;
    }

    public void process(TrackedEventMessage<?>... batch) {
        process(List.of(batch));
    }

    void process(List<TrackedEventMessage<?>> batch) {
        new Batches(fold, new SpringTransactions(MANAGER)).process(batch, unit -> {});
    }

    List<DeadLetterRecord> parked() {
        return DATABASE.owner()
                .selectFrom(DEAD_LETTER)
                .orderBy(DEAD_LETTER.SEQUENCE_INDEX)
                .fetch();
    }

    public Map<String, String> names() {
        return DATABASE.owner().fetch(CONTACT_VIEW).intoMap(CONTACT_VIEW.ID, CONTACT_VIEW.NAME);
    }
}
