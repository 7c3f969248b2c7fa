package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wherever an erasure breaks off, whoever does it again ends it. */
class InterruptedErasureIT {

    private static final Identity P = phone("56911110001");

    private final Forgetting forgetting = new Forgetting();
    private final People people = forgetting.people;
    private final ContactId contact = people.writes(P);

    @AfterEach
    void end() {
        forgetting.close();
    }

    @Test
    void afterTheDecision() {
        byte[] sealed = forgetting.sealed(contact);
        people.erases(contact);

        endsWhenItIsDoneAgain(sealed);
    }

    @Test
    void amongTheTraces() {
        byte[] sealed = forgetting.sealed(contact);
        forgetting.failures = 1;
        assertThatThrownBy(() -> forgetting.erasure.carryOut(contact, "asked for it", CommandSide.ORIGIN))
                .hasMessage("The process ends here.");
        assertThat(forgetting.opened(contact, sealed)).isNotNull();

        endsWhenItIsDoneAgain(sealed);
    }

    @Test
    void afterTheEndOfTheKey() {
        byte[] sealed = forgetting.sealed(contact);
        people.erases(contact);
        forgetting.keys.destroy(contact);

        endsWhenItIsDoneAgain(sealed);
    }

    @Test
    void afterTheCertificate() {
        byte[] sealed = forgetting.sealed(contact);
        forgetting.erasure.carryOut(contact, "asked for it", CommandSide.ORIGIN);

        endsWhenItIsDoneAgain(sealed);
    }

    @Test
    void amongContactsThatAreOnePerson() {
        ContactId other = people.writes(phone("56911110002"));
        byte[] sealed = forgetting.sealed(contact);
        byte[] theirs = forgetting.sealed(other);
        people.merges(other, contact);
        people.erases(contact);
        forgetting.erasure.completeOne(contact, CommandSide.ORIGIN);
        forgetting.failures = 1;
        assertThatThrownBy(() -> forgetting.erasure.completeOne(other, CommandSide.ORIGIN))
                .hasMessage("The process ends here.");

        assertThat(forgetting.erasure.carryOut(other, "asked again", CommandSide.ORIGIN))
                .isTrue();

        assertThat(forgetting.opened(contact, sealed)).isNull();
        assertThat(forgetting.opened(other, theirs)).isNull();
        assertThat(people.side.events(ErasureCertified.class))
                .extracting(ErasureCertified::contactId)
                .containsExactlyInAnyOrder(contact, other);
    }

    @Test
    void whoIsGivenAnotherIdentityAtThatMomentIsErasedWithIt() {
        Identity other = user("CL.77");
        Iterator<Runnable> meanwhile =
                List.<Runnable>of(() -> people.writes(other, P), () -> {}).iterator();

        assertThat(forgetting.erasure.<Boolean>decide(contact, "asked for it", CommandSide.ORIGIN, decision -> {
                    meanwhile.next().run();
                    return people.side.send(decision);
                }))
                .isTrue();

        people.arrival = 2;
        assertThat(people.writes(other)).isNotEqualTo(contact);
    }

    private void endsWhenItIsDoneAgain(byte[] sealed) {
        forgetting.erasure.completeOne(contact, CommandSide.ORIGIN);

        assertThat(forgetting.removed).contains(Set.copyOf(P.spellings()));
        assertThat(forgetting.opened(contact, sealed)).isNull();
        assertThat(people.side.events(ContactErased.class)).hasSize(1);
        assertThat(people.side.events(ErasureCertified.class)).hasSize(1);
    }
}
