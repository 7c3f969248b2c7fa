package io.chatledger.projection.asof;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER_DISCARD;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Database;
import io.chatledger.projection.SampleConversation;
import io.chatledger.projection.Wired;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AsOfRowsIT {

    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final int PORTION = 5_000;

    private static final Database DATABASE = new Database();
    private static final DSLContext DSL = Wired.dsl(DATABASE.as("chatledger_projection"));
    private static final StoredHistory HISTORY = new StoredHistory(DATABASE.owner());
    private static final StoredTenantLog LOG = new StoredTenantLog(DSL, HISTORY.serializer, Features.builtIn());

    private final AsOfRows rows = new AsOfRows(
            new Moments(LOG, InstantSource.system()),
            LOG,
            Wired.projections().all(),
            DSL,
            new ReplayLimits(2, 1, 2, 1, Duration.ofMinutes(1), Duration.ofSeconds(5)));
    private final TenantId tenant = new TenantId(UUID.randomUUID().toString());
    private final SampleConversation conversation = new SampleConversation(tenant, 1);
    private final SampleConversation another = new SampleConversation(tenant, 2);
    private final ContactId contact = conversation.contact();

    @AfterAll
    static void stop() throws IOException {
        DATABASE.close();
    }

    @Test
    void aRowIsAsItsStreamHadMadeItThen() {
        HISTORY.record(new ContactCreated(contact, "José", NOON));
        long then = HISTORY.record(new ContactCreated(another.contact(), "Ana", NOON));
        long later = HISTORY.record(new ProfileNameChanged(contact, "Pepe", NOON.plusSeconds(1)));

        assertThat(contactAt(then)).map(ContactViewRecord::getName).contains("José");
        assertThat(contactAt(then)).map(ContactViewRecord::getUpdatedAt).contains(NOON);
        assertThat(contactAt(later)).map(ContactViewRecord::getName).contains("Pepe");
    }

    @Test
    void positionsDecideAndNotClocks() {
        long then = HISTORY.record(new ContactCreated(contact, "José", NOON));
        HISTORY.recordBy(StoredHistory.at(then + 1_000), new ProfileNameChanged(contact, "Pepe", NOON));
        long later = HISTORY.record(new ContactCreated(another.contact(), "Ana", NOON));

        assertThat(contactAt(then)).map(ContactViewRecord::getName).contains("José");
        assertThat(contactAt(later)).map(ContactViewRecord::getName).contains("Pepe");
    }

    @Test
    void whatWasNotThereYetOrIsOfOthersOrIsNoIdIsNotFound() {
        long before = HISTORY.record(new ContactCreated(another.contact(), "Ana", NOON));
        AsOfRows.Then then =
                rows.at(tenant, StoredHistory.at(HISTORY.record(new ContactCreated(contact, "José", NOON))));

        assertThat(contactAt(before)).isEmpty();
        assertThat(then.find(new TenantId("shop-b"), CONTACT_VIEW, contact.key()))
                .isEmpty();
        assertThat(then.find(tenant, CONVERSATION_VIEW, contact.key())).isEmpty();
        assertThat(then.find(tenant, CONTACT_VIEW, contact.key().toUpperCase(Locale.ROOT)))
                .isEmpty();
        assertThat(then.find(tenant, CONTACT_VIEW, "1-1-1-1-1")).isEmpty();
        assertThat(then.find(tenant, CONTACT_VIEW, "x")).isEmpty();
    }

    @Test
    void aStreamOfMoreThanOnePortionIsReadToTheMoment() {
        HISTORY.record(conversation.opened(NOON));
        long last = HISTORY.record(IntStream.range(0, PORTION + 10)
                .mapToObj(n -> conversation.received(n, MessageContent.ofText("n " + n), NOON, NOON))
                .toList());

        for (int missing : new int[] {0, 5, 10, 11, 12, 1_000}) {
            assertThat(conversationAt(last - missing))
                    .map(ConversationViewRecord::getMessageCount)
                    .contains(PORTION + 10 - missing);
        }
    }

    @Test
    void whoIsErasedLaterIsGoneThoughTheEventsCanBeRead() {
        HISTORY.record(
                new ContactCreated(contact, "José", NOON),
                new IdentityLinked(contact, new Identity(IdentityType.phone, "56911111111"), NOON),
                conversation.opened(NOON));
        HISTORY.record(conversation.received(1, MessageContent.ofText("Soy José"), NOON, NOON));
        long last = HISTORY.record(conversation.noted("José debe", NOON));
        assertThat(said(contactAt(last))).contains("José", "56911111111");
        assertThat(said(conversationAt(last))).contains("Soy José", "José debe");

        HISTORY.record(new ContactErased(contact, "asked for it", 0, NOON));

        assertThat(said(contactAt(last))).doesNotContainIgnoringCase("Jos").doesNotContain("56911111111");
        assertThat(conversationAt(last))
                .map(ConversationViewRecord::getMessageCount)
                .contains(1);
        assertThat(said(conversationAt(last))).doesNotContain("José");
    }

    @Test
    void whatCannotBeReadIsToldUntilItIsDiscarded() {
        HISTORY.record(new ContactCreated(contact, "José", NOON));
        long discarded = HISTORY.recordUnreadable(new ProfileNameChanged(contact, "Pepe", NOON));
        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> contactAt(discarded))
                .extracting(DomainProblem::code)
                .isEqualTo("replay-failed");

        DATABASE.owner()
                .insertInto(DEAD_LETTER_DISCARD)
                .columns(DEAD_LETTER_DISCARD.PROJECTION, DEAD_LETTER_DISCARD.POSITION, DEAD_LETTER_DISCARD.EVENT_ID)
                .values("contact", discarded, "event " + discarded)
                .execute();

        assertThat(contactAt(discarded)).map(ContactViewRecord::getName).contains("José");
    }

    @Test
    void rowsThatAreNoAggregatesAreRefused() {
        AsOfRows.Then then = rows.at(tenant, NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> then.find(tenant, MESSAGE_VIEW, contact.key()))
                .withMessageContaining("message");
    }

    /** All of it, as the record's own text is cut. */
    private static String said(Optional<? extends Record> row) {
        return row.orElseThrow().intoList().toString();
    }

    private Optional<ContactViewRecord> contactAt(long position) {
        return rows.at(tenant, StoredHistory.at(position)).find(tenant, CONTACT_VIEW, contact.key());
    }

    private Optional<ConversationViewRecord> conversationAt(long position) {
        return rows.at(tenant, StoredHistory.at(position))
                .find(tenant, CONVERSATION_VIEW, conversation.id().key());
    }
}
