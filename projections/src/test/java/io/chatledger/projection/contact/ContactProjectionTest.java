package io.chatledger.projection.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.projection.Facts;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ContactId ID = ContactId.of(Facts.TENANT, new UUID(1, 1));
    private static final Identity OLD = new Identity(IdentityType.phone, "56911111111");
    private static final Identity NEW = new Identity(IdentityType.phone, "56922222222");
    private static final Identity BSUID = new Identity(IdentityType.bsuid, "CL.123");

    @Test
    void keepsIdentitiesSortedAndOnce() {
        ContactViewRecord row = fold(linked(BSUID), linked(OLD), linked(BSUID));
        assertThat(row.getIdentities().data())
                .isEqualTo(
                        "[{\"type\":\"phone\",\"value\":\"56911111111\"},{\"type\":\"bsuid\",\"value\":\"CL.123\"}]");
    }

    @Test
    void aChangedNumberTakesThePlaceOfTheOldOne() {
        ContactViewRecord row = fold(linked(OLD), new NumberChanged(ID, OLD, NEW, NOON));
        assertThat(row.getIdentities().data()).isEqualTo("[{\"type\":\"phone\",\"value\":\"56922222222\"}]");
    }

    @Test
    void anUnlinkedIdentityIsGone() {
        assertThat(fold(linked(OLD), new IdentityUnlinked(ID, OLD, NOON))
                        .getIdentities()
                        .data())
                .isEqualTo("[]");
    }

    @Test
    void isFoundWithoutAccentsByNameAndIdentity() {
        ContactViewRecord row = fold(linked(BSUID), new ProfileNameChanged(ID, "María Ñandú", NOON));
        assertThat(row.getSearch()).isEqualTo("maria nandu cl.123");
        assertThat(row.getNameHistory().data())
                .isEqualTo("[{\"at\":\"2026-03-01T12:00:00Z\",\"name\":\"José\"},"
                        + "{\"at\":\"2026-03-01T12:00:00Z\",\"name\":\"María Ñandú\"}]");
    }

    @Test
    void whoIsForgottenIsAsIfNothingCouldBeOpened() {
        ContactProjection contacts = new ContactProjection();
        ContactViewRecord open = fold(linked(OLD), new ProfileNameChanged(ID, "María", NOON));
        ContactViewRecord closed = Facts.fold(
                contacts,
                List.of(
                        new ContactCreated(ID, null, NOON),
                        linked(new Identity(OLD.type(), "")),
                        new ProfileNameChanged(ID, "", NOON)));

        assertThat(contacts.forgotten(open)).isEqualTo(closed).isNotEqualTo(open);
        assertThat(open.getName()).isEqualTo("María");
    }

    private static OfContact linked(Identity identity) {
        return new IdentityLinked(ID, identity, NOON);
    }

    private static ContactViewRecord fold(OfContact... more) {
        List<OfContact> events = new java.util.ArrayList<>(List.of(new ContactCreated(ID, "José", NOON)));
        events.addAll(List.of(more));
        return Facts.fold(new ContactProjection(), events);
    }
}
