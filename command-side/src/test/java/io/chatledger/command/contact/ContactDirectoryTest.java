package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static io.chatledger.command.contact.People.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.contact.ContactCommand.CertifyErasure;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactEvent.IdentityReleased;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ContactDirectoryTest {

    private final People people = new People();

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void knowsWhoWritesASecondTime() {
        ContactId first = people.writes(phone("5511"));
        int events = people.side.events().size();
        assertThat(people.writes(phone("5511"))).isEqualTo(first);
        assertThat(people.side.events()).hasSize(events);
    }

    @Test
    void takesOtherNumbersForOtherPeople() {
        assertThat(people.writes(phone("5511"))).isNotEqualTo(people.writes(phone("5522")));
    }

    @Test
    void linksAUserIdToThePersonKnownByPhone() {
        ContactId first = people.writes(phone("5511"));
        assertThat(people.writes(user("CL.1"), phone("5511"))).isEqualTo(first);
        assertThat(people.identities(first)).containsExactlyInAnyOrder(phone("5511"), user("CL.1"));
        assertThat(people.writes(user("CL.1"))).isEqualTo(first);
    }

    @Test
    void linksAPhoneToThePersonKnownByUserId() {
        ContactId first = people.writes(user("CL.1"));
        assertThat(people.writes(user("CL.1"), phone("5511"))).isEqualTo(first);
        assertThat(people.writes(phone("5511"))).isEqualTo(first);
    }

    @Test
    void takesAPhoneThatWasHandedOnForAnotherPerson() {
        ContactId former = people.writes(user("CL.1"), phone("5511"));
        ContactId next = people.writes(user("CL.2"), phone("5511"));
        assertThat(next).isNotEqualTo(former);
        assertThat(people.identities(former)).containsExactly(user("CL.1"));
        assertThat(people.identities(next)).containsExactlyInAnyOrder(user("CL.2"), phone("5511"));
        assertThat(people.side.events(IdentityUnlinked.class))
                .containsExactly(new IdentityUnlinked(former, phone("5511"), People.NOW));
        assertThat(people.writes(phone("5511"))).isEqualTo(next);
        assertThat(people.writes(user("CL.1"))).isEqualTo(former);
    }

    @Test
    void neverFindsAnybodyByAUsername() {
        ContactId first = people.writes(phone("5511"), username("maria"));
        assertThat(people.writes(phone("5522"), username("maria"))).isNotEqualTo(first);
        assertThat(people.side.events(IdentityClaimed.class)).hasSize(2);
    }

    @Test
    void keepsEachProfileNameOnce() {
        ContactId contact = people.writesAs("Maria", phone("5511"));
        people.writesAs("Maria", phone("5511"));
        people.writes(phone("5511"));
        people.writesAs("Maria José", phone("5511"));
        assertThat(people.side.events(ContactCreated.class))
                .containsExactly(new ContactCreated(contact, "Maria", People.NOW));
        assertThat(people.side.events(ProfileNameChanged.class))
                .containsExactly(new ProfileNameChanged(contact, "Maria José", People.NOW));
    }

    @Test
    void listsTheNumberLastWrittenFromLast() {
        ContactId contact = people.writes(user("CL.1"), phone("5511"));
        people.writes(user("CL.1"), phone("5522"));
        assertThat(people.identities(contact)).endsWith(phone("5522"));
        people.writes(user("CL.1"), phone("5511"));
        assertThat(people.identities(contact)).endsWith(phone("5511"));
    }

    @Test
    void settlesOnOneOrderWhereAMessageNamesTwoNumbers() {
        people.writes(phone("5511"), phone("5522"));
        people.writes(phone("5511"), phone("5522"));
        int events = people.side.events().size();
        people.writes(phone("5511"), phone("5522"));
        assertThat(people.side.events()).hasSize(events);
    }

    @RepeatedTest(5)
    void makesOneContactOfManyFirstMessagesAtOnce() throws Exception {
        List<ContactId> found = CommandSide.atOnce(24, n -> people.writes(user("CL.1"), phone("5511")));
        assertThat(new HashSet<>(found)).hasSize(1);
        assertThat(people.side.events(ContactCreated.class)).hasSize(1);
        assertThat(people.side.events(IdentityClaimed.class)).hasSize(2);
    }

    @RepeatedTest(5)
    void givesAnIdentityToOneOfTwoWhoArriveAtOnce() throws Exception {
        CommandSide.atOnce(24, n -> people.writes(user("CL." + n % 2), phone("5511")));
        List<ContactId> all = List.of(people.writes(user("CL.0")), people.writes(user("CL.1")));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.stream().filter(one -> people.identities(one).contains(phone("5511"))))
                .hasSize(1);
    }

    @Test
    void anErasedContactIsNobodyAnyMore() {
        ContactId first = people.writesAs("Maria", user("CL.1"), phone("5511"));

        people.erases(first);

        assertThat(people.identities(first)).isEmpty();
        assertThat(people.side.events(ContactErased.class))
                .containsExactly(new ContactErased(first, "asked for it", 1, People.NOW));
        assertThat(people.side.events(IdentityReleased.class)).hasSize(2);
        assertThat(people.writes(phone("5511"))).isNotEqualTo(first);
    }

    @Test
    void anIdentityThatCameMeanwhileIsNotForgottenToBeReleased() {
        ContactId first = people.writes(phone("5511"));
        EraseContact decided = people.erasure(first);
        people.writes(user("CL.1"), phone("5511"));

        assertThatThrownBy(() -> people.side.send(decided))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("contact-changed"));
        assertThat(people.side.events(ContactErased.class)).isEmpty();
    }

    @Test
    void oneCertificateIsEnough() {
        ContactId first = people.writes(phone("5511"));
        people.side.send(new CertifyErasure(first, 1, 1, People.NOW));
        assertThat(people.side.events(ErasureCertified.class)).isEmpty();

        people.erases(first);
        people.side.send(new CertifyErasure(first, 1, 2, People.NOW));
        people.side.send(new CertifyErasure(first, 0, 0, People.NOW));

        assertThat(people.side.events(ErasureCertified.class))
                .containsExactly(new ErasureCertified(first, 1, 2, People.NOW));
    }
}
