package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSpellingTest {

    private static final Identity LONG = phone("5511987654321");
    private static final Identity SHORT = phone("551187654321");

    private final People people = new People();

    @AfterEach
    void end() {
        people.close();
    }

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 551187654321",
        "551187654321, 5511987654321",
        "5215512345678, 525512345678",
        "525512345678, 5215512345678",
        "5491123456789, 541123456789",
        "541123456789, 5491123456789",
    })
    void aNumberIsOneCustomerInBothSpellings(String one, String other) {
        ContactId contact = people.writes(phone(one));
        assertThat(people.writes(phone(other))).isEqualTo(contact);
        assertThat(people.identities(contact)).containsExactly(phone(other));
    }

    @Test
    void aClaimMadeFromEitherSpellingAloneIsFound() {
        ContactId contact = before(SHORT);
        assertThat(people.writes(LONG)).isEqualTo(contact);
        ContactId other = before(phone("5215512345678"));
        assertThat(people.writes(phone("525512345678"))).isEqualTo(other);
    }

    @Test
    void twoContactsThatTheSpellingsMadeBeforeBecomeOne() {
        ContactId one = before(LONG);
        ContactId other = before(SHORT);
        assertThat(people.writes(SHORT)).isEqualTo(one);
        assertThat(people.writes(LONG)).isEqualTo(one);
        assertThat(people.side.events(ContactMerged.class))
                .containsExactly(new ContactMerged(other, one, List.of(People.CHANNEL), People.NOW));
    }

    @Test
    void twoUserIdsUnderOneNumberStayTwoPeople() {
        ContactId one = people.writes(user("BR.1"), LONG);
        ContactId other = people.writes(user("BR.2"), SHORT);
        assertThat(other).isNotEqualTo(one);
        assertThat(people.identities(one)).containsExactly(user("BR.1"));
        assertThat(people.writes(LONG)).isEqualTo(other);
    }

    @Test
    void aNumberIsLeftInWhicheverSpelling() {
        ContactId contact = people.writes(LONG);
        people.moves(List.of(SHORT), List.of(phone("5511987650000")));
        assertThat(people.identities(contact)).containsExactly(phone("5511987650000"));
    }

    @Test
    void anErasedNumberIsFreeInBothSpellings() {
        ContactId contact = people.writes(LONG);
        people.erases(contact);
        assertThat(people.writes(SHORT)).isNotEqualTo(contact);
    }

    /** As contacts were found before spellings were known. */
    private ContactId before(Identity identity) {
        ClaimableIdentity alone = new ClaimableIdentity(identity, List.of(People.claim(identity)));
        ContactId fresh = People.fresh();
        return people.side.send(
                new ResolveContact(CommandSide.TENANT, fresh, null, List.of(alone), null, people.arrival, People.NOW));
    }
}
