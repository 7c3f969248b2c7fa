package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactCommand.RecogniseSender;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has been told apart by somebody in the shop is not made one person again by what messages seem to say. */
class PartingTest {

    private static final Identity P = phone("56911110001");
    private static final Identity OTHER = phone("56911110002");
    private static final Identity B = user("CL.1");

    private final People people = new People();
    private ContactId known;
    private ContactId apart;

    @BeforeEach
    void mergedByAMessageAndParted() {
        known = people.writes(P);
        apart = people.writes(B);
        people.receives(apart, "wamid.own", People.NOW);
        people.writes("wamid.both", B, P);
        people.receives(known, "wamid.both", People.NOW);
        people.unmerges(known, apart);
    }

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void aMessageThatNamesBothIsWhoseTheMostReliableIdentityIs() {
        assertThat(people.writes("wamid.later", B, P)).isEqualTo(apart);
        staysParted();
    }

    @Test
    void theMessageThatMadeThemOneComesAgain() {
        assertThat(people.writes("wamid.both", B, P)).isEqualTo(apart);
        people.side.send(new RecogniseSender(apart, People.occasion("wamid.both"), People.NOW));
        staysParted();
    }

    @Test
    void aMessageOfOneComesAgainAsTheOthers() {
        people.side.send(new RecogniseSender(known, People.occasion("wamid.own"), People.NOW));
        staysParted();
    }

    @Test
    void aSystemMessageThatSaysSoComesAgain() {
        people.moves(List.of(P), List.of(B));
        people.moves(List.of(B), List.of(P));
        staysParted();
    }

    @Test
    void aNumberIsHandedOnAsEverWhereItsOwnerIsKnownByAUserIdToo() {
        people.writes(user("CL.2"), P);
        assertThat(people.writes(B, P)).isEqualTo(apart);
        assertThat(people.identities(known)).containsExactly(user("CL.2"));
        assertThat(people.identities(apart)).containsExactlyInAnyOrder(B, P);
    }

    @Test
    void thoseWhoComeAlongAreParted() {
        ContactId third = people.writes(OTHER);
        ContactId fourth = people.writes(user("CL.3"));
        people.merges(fourth, apart);
        people.merges(third, known);
        people.merges(apart, known);
        people.unmerges(known, apart);
        int merges = people.side.events(ContactMerged.class).size();
        people.receives(third, "wamid.third", People.NOW);
        people.side.send(new RecogniseSender(fourth, People.occasion("wamid.third"), People.NOW));
        assertThat(people.writes(user("CL.3"), OTHER)).isEqualTo(apart);
        assertThat(people.side.events(ContactMerged.class)).hasSize(merges);
        assertThat(people.identities(known)).containsExactlyInAnyOrder(P, OTHER);
    }

    @Test
    void aPersonMayMergeThemAgain() {
        people.merges(apart, known);
        assertThat(people.writes(B, P)).isEqualTo(known);
        assertThat(people.identities(known)).containsExactlyInAnyOrder(P, B);
    }

    private void staysParted() {
        assertThat(people.identities(known)).containsExactly(P);
        assertThat(people.identities(apart)).containsExactly(B);
        assertThat(people.writes(P)).isEqualTo(known);
        assertThat(people.writes(B)).isEqualTo(apart);
        assertThat(people.side.events(ContactMerged.class)).hasSize(1);
    }
}
