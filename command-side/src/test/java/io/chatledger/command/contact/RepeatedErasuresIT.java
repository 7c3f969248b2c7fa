package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A restored history in which contacts are one person of whom only some were forgotten, so that they had been parted. */
class RepeatedErasuresIT {

    private static final Identity P = phone("56911110001");
    private static final Identity OTHER = phone("56911110002");
    private static final Identity B = user("CL.1");

    private final Forgetting forgetting = new Forgetting();
    private final People people = forgetting.people;
    private final RepeatedErasures erasures =
            new RepeatedErasures(people.side.commands(), forgetting.erasure, () -> People.NOW);

    @AfterEach
    void end() {
        forgetting.close();
    }

    @Test
    void whoStoodForSomebodyForgottenStays() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.merges(second, first);
        byte[] sealed = forgetting.sealed(first);

        assertThat(erasures.erase(second, Set.of(second))).isTrue();

        assertThat(forgotten()).containsExactly(second);
        assertThat(people.identities(first)).containsExactly(P);
        assertThat(people.writes(P)).isEqualTo(first);
        assertThat(people.writes(B)).isNotIn(first, second);
        assertThat(forgetting.opened(first, sealed)).isNotNull();
    }

    @Test
    void whoWasMergedIntoSomebodyForgottenStays() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.merges(second, first);

        assertThat(erasures.erase(first, Set.of(first))).isTrue();

        assertThat(forgotten()).containsExactly(first);
        assertThat(people.writes(B)).isEqualTo(second);
        assertThat(people.writes(P)).isNotIn(first, second);
    }

    @Test
    void whoeverIsBetweenTwoWhoWereForgottenStays() {
        ContactId one = people.writes(P);
        ContactId two = people.writes(OTHER);
        ContactId three = people.writes(B);
        people.merges(one, two);
        people.merges(two, three);

        Set<ContactId> both = Set.of(one, three);
        assertThat(erasures.erase(one, both)).isTrue();
        assertThat(erasures.erase(three, both)).isTrue();

        assertThat(forgotten()).containsExactlyInAnyOrder(one, three);
        assertThat(people.writes(OTHER)).isEqualTo(two);
    }

    @Test
    void whoWasForgottenAsOnePersonIsSoAgain() {
        ContactId first = people.writes(P);
        ContactId second = people.writes(B);
        people.merges(second, first);

        Set<ContactId> both = Set.of(first, second);
        assertThat(erasures.erase(first, both)).isTrue();
        assertThat(erasures.erase(second, both)).isFalse();

        assertThat(forgotten()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whoWasNotKnownYetIsLeftOut() {
        ContactId unknown = People.fresh();
        assertThat(erasures.erase(unknown, Set.of(unknown))).isFalse();
        assertThat(forgotten()).isEmpty();
    }

    private List<ContactId> forgotten() {
        return people.side.events(ContactErased.class).stream()
                .map(ContactErased::contactId)
                .toList();
    }
}
