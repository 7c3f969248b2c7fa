package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words that had arrived when their sender was erased. The erasure reaches up to the arrival that People is at. */
class ErasedSendersTest {

    private final People people = new People();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void makeNoNewContact() {
        erased(phone("5511"));

        assertThat(writesBefore(phone("5511"))).isNull();
        assertThat(people.side.events(ContactCreated.class)).hasSize(1);
    }

    @Test
    void staySoWhenThePersonHasWrittenAgain() {
        ContactId first = erased(phone("5511"));
        ContactId second = people.writes(phone("5511"));

        assertThat(second).isNotNull().isNotEqualTo(first);
        assertThat(writesBefore(phone("5511"))).isNull();
        assertThat(people.writes(phone("5511"))).isEqualTo(second);
    }

    @Test
    void tellWhatElseTheSenderIsCalled() {
        erased(phone("5511"));

        assertThat(writesBefore(user("CL.1"), phone("5511"))).isNull();
        assertThat(writesBefore(user("CL.1"))).isNull();
        assertThat(people.writes(user("CL.1"))).isNotNull();
    }

    @Test
    void areTheOtherPersonsWhomAMoreReliableIdentityNames() {
        ContactId other = people.writes(user("CL.2"));
        erased(phone("5511"));

        assertThat(writesBefore(user("CL.2"), phone("5511"))).isEqualTo(other);
    }

    @Test
    void areSomebodyElsesWhoHasTheNumberUnderAnotherUserId() {
        people.erases(people.writes(user("CL.1"), phone("5511")));
        people.arrival = 2;

        ContactId next = writesBefore(user("CL.2"), phone("5511"));

        assertThat(next).isNotNull();
        assertThat(writesBefore(user("CL.1"), phone("5511"))).isNull();
        assertThat(writesBefore(phone("5511"))).isNull();
        assertThat(people.writes(phone("5511"))).isEqualTo(next);
    }

    @Test
    void areTheirsWhoOnceCountedAsSomebodyWithAUserId() {
        ContactId apart = people.writes(phone("5511"));
        ContactId other = people.writes(user("CL.1"));
        people.merges(other, apart);
        people.unmerges(apart, other);
        people.erases(apart);
        people.arrival = 2;

        assertThat(writesBefore(user("CL.2"), phone("5511"))).isNull();
        assertThat(people.writes(user("CL.1"))).isEqualTo(other);
    }

    @Test
    void areSomebodyElsesUnderANumberThatOneWhoBecameThePersonHadLeft() {
        people.writes(phone("5511"));
        ContactId moved = people.moves(List.of(phone("5511")), List.of(phone("5522")));
        ContactId person = people.writes(user("CL.1"));
        people.merges(moved, person);
        people.side.send(people.erasure(person, List.of(phone("5511"))));
        people.arrival = 2;

        assertThat(writesBefore(user("CL.2"), phone("5511"))).isNotNull();
    }

    @Test
    void whoseNumberIsSomebodyElsesByNowAreThatPersons() {
        ContactId former = people.writes(user("CL.1"), phone("5511"));
        ContactId next = people.writes(user("CL.2"), phone("5511"));
        people.side.send(people.erasure(former, List.of(phone("5511"))));
        people.arrival = 2;

        assertThat(writesBefore(phone("5511"))).isEqualTo(next);
        assertThat(writesBefore(user("CL.1"))).isNull();
    }

    @Test
    void doNotBringANumberBackThatTheyWereAboutToLeave() {
        erased(phone("5511"));

        people.arrival = 1;
        assertThat(people.moves(List.of(phone("5511")), List.of(phone("5522")))).isNull();
        assertThat(writesBefore(phone("5522"))).isNull();
    }

    @Test
    void areRecognisedUnderANumberThatWasLeftLongBefore() {
        people.writes(phone("5511"));
        ContactId moved = people.moves(List.of(phone("5511")), List.of(phone("5522")));
        people.side.send(people.erasure(moved, List.of(phone("5511"))));
        people.arrival = 2;

        assertThat(writesBefore(phone("5511"))).isNull();
        assertThat(people.writes(phone("5511"))).isNotEqualTo(moved);
    }

    /** Whoever is erased when one body has arrived, before another does. */
    private ContactId erased(Identity identity) {
        ContactId contact = people.writes(identity);
        people.erases(contact);
        people.arrival = 2;
        return contact;
    }

    private @Nullable ContactId writesBefore(Identity... identities) {
        people.arrival = 1;
        ContactId found = people.writes(identities);
        people.arrival = 2;
        return found;
    }
}
