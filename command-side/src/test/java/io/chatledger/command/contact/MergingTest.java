package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactCommand.RecordConsent;
import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two contacts are one person, by what a provider says or by what somebody in the shop says, and two again. */
class MergingTest {

    private static final Identity P = phone("56911110001");
    private static final Identity OTHER = phone("56911110002");
    private static final Identity B = user("CL.1");

    private final People people = new People();

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void whoIsNamedByBothIdentitiesIsOnePerson() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        assertThat(people.writes(B, P)).isEqualTo(first);
        assertThat(people.identities(first)).containsExactlyInAnyOrder(P, B);
        assertThat(people.identities(second)).containsExactlyInAnyOrder(P, B);
        assertThat(people.writes(P)).isEqualTo(first);
        assertThat(people.writes(B)).isEqualTo(first);
        assertThat(people.side.events(ContactMerged.class))
                .containsExactly(new ContactMerged(second, first, List.of(People.CHANNEL), People.NOW));
    }

    @Test
    void aNumberThatHasAnotherUserIdIsHandedOnAndNobodyIsMerged() {
        ContactId former = people.writes(user("CL.2"), P);
        ContactId next = people.writes(B);
        assertThat(people.writes(B, P)).isEqualTo(next);
        assertThat(people.identities(former)).containsExactly(user("CL.2"));
        assertThat(people.side.events(ContactMerged.class)).isEmpty();
    }

    @Test
    void aUserWhoHadAnotherNumberHasGotItFromSomebodyElse() {
        people.writes(P);
        ContactId mover = people.writes(B, OTHER);
        assertThat(people.writes(B, P)).isEqualTo(mover);
        assertThat(people.side.events(ContactMerged.class)).isEmpty();
    }

    @Test
    void whoLeftANumberIsNotMergedWithWhoeverGotIt() {
        people.writes(P);
        people.moves(List.of(P), List.of(OTHER));
        ContactId next = people.writes(B);
        assertThat(people.writes(B, P)).isEqualTo(next);
        assertThat(people.side.events(ContactMerged.class)).isEmpty();
    }

    @Test
    void whatIsUndoneGoesBack() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.merges(second, first);
        people.unmerges(first, second);
        assertThat(people.identities(first)).containsExactly(P);
        assertThat(people.identities(second)).containsExactly(B);
        assertThat(people.writes(P)).isEqualTo(first);
        assertThat(people.writes(B)).isEqualTo(second);
        assertThat(people.side.events(ContactUnmerged.class))
                .containsExactly(new ContactUnmerged(second, first, People.NOW));
    }

    @Test
    void whatHasGoneToSomebodyElseMeanwhileDoesNotGoBack() {
        ContactId first = people.writes(B);
        ContactId second = people.writes(P);
        people.merges(second, first);
        ContactId next = people.writes(user("CL.9"), P);
        people.unmerges(first, second);
        assertThat(people.identities(second)).isEmpty();
        assertThat(people.writes(P)).isEqualTo(next);
    }

    @Test
    void mergesOfMergesEndWithOneAndCanBeUndoneOneByOne() {
        ContactId one = people.writes(P);
        ContactId two = people.writes(OTHER);
        ContactId three = people.writes(B);
        people.merges(one, two);
        people.merges(two, three);
        assertThat(people.identities(one)).containsExactlyInAnyOrder(P, OTHER, B);
        assertThat(people.writes(P)).isEqualTo(three);
        people.unmerges(three, one);
        assertThat(people.writes(P)).isEqualTo(one);
        assertThat(people.writes(OTHER)).isEqualTo(three);
        people.unmerges(three, two);
        assertThat(people.identities(two)).containsExactly(OTHER);
        assertThat(people.identities(three)).containsExactly(B);
        assertThat(people.writes(OTHER)).isEqualTo(two);
    }

    @Test
    void nobodyIsMergedOrUnmergedTwice() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        ContactId third = people.writes(OTHER);
        people.merges(second, first);
        refused("already-merged", () -> people.merges(second, first));
        refused("already-merged", () -> people.merges(third, second));
        people.unmerges(first, second);
        refused("not-merged", () -> people.unmerges(first, second));
        refused("not-merged", () -> people.unmerges(first, third));
        refused("not-found", () -> people.merges(first, ContactId.of(first.tenant(), new UUID(9, 9))));
        refused(
                "not-found",
                () -> people.merges(first, new ContactId(People.claim(B).value())));
    }

    @Test
    void whoeverIsErasedIsErasedWithAllThatWereMergedAndStaysSo() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.merges(second, first);
        people.erases(second);
        assertThat(people.side.events(ContactErased.class))
                .extracting(ContactErased::contactId)
                .containsExactly(first, second);
        assertThat(people.writes(B)).isNotIn(first, second);
        refused("person-erased", () -> people.unmerges(first, second));
        refused("person-erased", () -> people.merges(people.writes(P), first));
    }

    @Test
    void whatWasAgreedLastHolds() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.side.send(consent(first, true, 10));
        people.side.send(consent(second, false, 20));
        people.merges(second, first);
        assertThat(people.side.events(ConsentRecorded.class).getLast())
                .isEqualTo(new ConsentRecorded(
                        first, "marketing", false, "paper", People.NOW.plusSeconds(20), People.NOW));
        refused("already-merged", () -> people.side.send(consent(second, true, 30)));
    }

    private static RecordConsent consent(ContactId contact, boolean granted, long seconds) {
        return new RecordConsent(contact, "marketing", granted, "paper", People.NOW.plusSeconds(seconds), People.NOW);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
