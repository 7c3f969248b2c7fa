package io.chatledger.projection.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactSeparated;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.SurvivorChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.projection.Facts;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedContactsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ContactId ID = ContactId.of(Facts.TENANT, new UUID(1, 1));
    private static final ContactId OTHER = ContactId.of(Facts.TENANT, new UUID(1, 2));
    private static final ContactId THIRD = ContactId.of(Facts.TENANT, new UUID(1, 3));

    @Test
    void whoIsMergedHasNothingAndLeadsToWhoeverStandsForThem() {
        ContactViewRecord row = fold(linked(), new ContactMerged(ID, OTHER, List.of(), NOON));
        assertThat(row.getMergedIntoId()).isEqualTo(OTHER.key());
        assertThat(row.getIdentities().data()).isEqualTo("[]");
        assertThat(fold(new ContactMerged(ID, OTHER, List.of(), NOON), new SurvivorChanged(ID, THIRD, NOON))
                        .getMergedIntoId())
                .isEqualTo(THIRD.key());
    }

    @Test
    void whoStandsForOthersSaysForWhom() {
        ContactViewRecord row =
                fold(new ContactAbsorbed(ID, OTHER, null, NOON), new ContactAbsorbed(ID, THIRD, OTHER, NOON));
        assertThat(row.getMergedIds().data()).isEqualTo("[\"" + OTHER.key() + "\",\"" + THIRD.key() + "\"]");
    }

    @Test
    void whatIsUndoneIsAsBefore() {
        assertThat(fold(
                        linked(),
                        new ContactMerged(ID, OTHER, List.of(), NOON),
                        new ContactUnmerged(ID, OTHER, NOON),
                        linked()))
                .isEqualTo(fold(linked()));
        assertThat(fold(new ContactAbsorbed(ID, OTHER, null, NOON), new ContactSeparated(ID, OTHER, NOON)))
                .isEqualTo(fold());
    }

    private static OfContact linked() {
        return new IdentityLinked(ID, new Identity(IdentityType.phone, "56911111111"), NOON);
    }

    private static ContactViewRecord fold(OfContact... more) {
        return Facts.fold(
                new ContactProjection(),
                Stream.concat(Stream.of(new ContactCreated(ID, "José", NOON)), Stream.of(more))
                        .toList());
    }
}
