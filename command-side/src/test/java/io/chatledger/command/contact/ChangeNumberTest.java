package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChangeNumberTest {

    private final People people = new People();

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void keepsThePersonAndLeavesTheOldNumber() {
        ContactId contact = people.writes(phone("5511"));
        assertThat(people.moves(List.of(phone("5511")), List.of(phone("5522")))).isEqualTo(contact);
        assertThat(people.identities(contact)).containsExactly(phone("5522"));
        assertThat(people.side.events(NumberChanged.class))
                .containsExactly(new NumberChanged(contact, phone("5511"), phone("5522"), People.NOW));
        assertThat(people.writes(phone("5522"))).isEqualTo(contact);
    }

    @Test
    void stillKnowsThePersonByALateMessageFromTheOldNumber() {
        ContactId contact = people.writes(phone("5511"));
        people.moves(List.of(phone("5511")), List.of(phone("5522")));
        assertThat(people.writes(phone("5511"))).isEqualTo(contact);
    }

    @Test
    void changesNothingTheSecondTime() {
        people.writes(phone("5511"));
        people.moves(List.of(phone("5511")), List.of(phone("5522")));
        int events = people.side.events().size();
        people.moves(List.of(phone("5511")), List.of(phone("5522")));
        assertThat(people.side.events()).hasSize(events);
    }

    @Test
    void followsAPersonThereAndBack() {
        ContactId contact = people.writes(phone("5511"));
        people.moves(List.of(phone("5511")), List.of(phone("5522")));
        people.moves(List.of(phone("5522")), List.of(phone("5511")));
        assertThat(people.identities(contact)).containsExactly(phone("5511"));
        assertThat(people.side.events(NumberChanged.class)).hasSize(2);
    }

    @Test
    void leavesEveryOldIdentityBehind() {
        ContactId contact = people.writes(user("CL.1"), phone("5511"));
        people.moves(List.of(user("CL.1"), phone("5511")), List.of(user("CL.2")));
        assertThat(people.identities(contact)).containsExactly(user("CL.2"));
        assertThat(people.side.events(IdentityUnlinked.class))
                .containsExactly(new IdentityUnlinked(contact, phone("5511"), People.NOW));
    }

    @Test
    void takesTheNewNumberFromWhoeverHeldIt() {
        ContactId holder = people.writes(user("CL.9"), phone("5522"));
        ContactId mover = people.writes(phone("5511"));
        assertThat(people.moves(List.of(phone("5511")), List.of(phone("5522")))).isEqualTo(mover);
        assertThat(people.identities(holder)).containsExactly(user("CL.9"));
        assertThat(people.identities(mover)).containsExactly(phone("5522"));
        assertThat(people.writes(phone("5522"))).isEqualTo(mover);
    }

    @Test
    void recognisesWhoHasWrittenFromTheNewNumberOnly() {
        ContactId contact = people.writes(phone("5522"));
        assertThat(people.moves(List.of(phone("5511")), List.of(phone("5522")))).isEqualTo(contact);
        assertThat(people.identities(contact)).containsExactly(phone("5522"));
        assertThat(people.writes(phone("5511"))).isEqualTo(contact);
    }

    @Test
    void opensAContactForSomebodyNeverHeardOf() {
        ContactId contact = people.moves(List.of(phone("5511")), List.of(phone("5522")));
        assertThat(people.identities(contact)).containsExactly(phone("5522"));
        assertThat(people.writes(phone("5522"))).isEqualTo(contact);
    }

    @RepeatedTest(5)
    void endsWhereTwoSwapNumbersAtOnce() throws Exception {
        ContactId one = people.writes(user("CL.1"), phone("5511"));
        ContactId other = people.writes(user("CL.2"), phone("5522"));
        CommandSide.atOnce(
                8,
                n -> n % 2 == 0
                        ? people.moves(List.of(user("CL.1"), phone("5511")), List.of(phone("5522"), user("CL.1")))
                        : people.moves(List.of(user("CL.2"), phone("5522")), List.of(phone("5511"), user("CL.2"))));
        assertThat(people.identities(one)).contains(user("CL.1")).doesNotContainAnyElementsOf(people.identities(other));
    }
}
