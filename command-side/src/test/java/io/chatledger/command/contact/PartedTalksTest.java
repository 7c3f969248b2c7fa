package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.CHANNEL;
import static io.chatledger.command.contact.People.NOW;
import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.talk;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationUnmerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where it goes on once two contacts are two persons again, also on channels that no view shows yet. */
class PartedTalksTest {

    private static final Identity P = phone("56911110001");
    private static final Identity B = user("CL.1");
    private static final Instant LATER = NOW.plus(Duration.ofHours(20));
    private static final Instant LATE = NOW.plus(Duration.ofHours(30));

    private final People people = new People();
    private ContactId into;
    private ContactId merged;

    @BeforeEach
    void twoContacts() {
        people.channels = List.of();
        into = people.writes(P);
        merged = people.writes(B);
        people.receives(merged, "wamid.1", NOW);
    }

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void whatAMessageMergedOnAChannelThatNobodySeesYetGoesApart() {
        people.writes("wamid.2", B, P);
        people.unmerges(into, merged);
        people.send(merged, NOW);
        people.receives(merged, "wamid.3", LATER);
        assertThat(lastReceived().contactId()).isEqualTo(merged);
        refused("window-closed", () -> people.send(into, LATE));
    }

    @Test
    void noViewIsAskedToUndoWhatToldItsChannels() {
        people.writes("wamid.2", B, P);
        people.viewIsThere = false;
        people.unmerges(into, merged);
        people.receives(merged, "wamid.3", LATER);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(merged));
    }

    /** As merges were stored before they told their channels. */
    @Test
    void theViewIsAskedForTheChannelsOfAMergeThatDidNotTellThem() {
        ContactId stale = people.writes(user("CL.3"));
        people.merges(stale, into);
        said(stale, into);
        people.channels = List.of(CHANNEL);
        people.unmerges(into, stale);
        assertThat(people.side.events(ConversationUnmerged.class))
                .containsExactly(new ConversationUnmerged(talk(stale), null, NOW));
    }

    @Test
    void whoIsMergedAlongGoesApartOnThatChannelToo() {
        ContactId top = people.writes(user("CL.2"));
        people.writes("wamid.2", B, P);
        people.merges(into, top);
        people.unmerges(top, merged);
        people.receives(merged, "wamid.3", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(merged));
        people.unmerges(top, into);
        people.receives(into, "wamid.4", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(into));
    }

    @Test
    void mergedTheOtherWayRoundTheyGoOnInTheOther() {
        people.writes("wamid.2", B, P);
        people.unmerges(into, merged);
        people.channels = List.of(CHANNEL);
        people.merges(into, merged);
        people.receives(into, "wamid.3", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(merged));
        people.send(merged, NOW);
    }

    @Test
    void aConversationOfSomebodyWhoStandsForThemselvesGoesOnWhateverItSays() {
        ContactId stale = people.writes(user("CL.3"));
        said(stale, into);
        people.receives(stale, "wamid.3", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(stale));
        people.send(stale, NOW);
    }

    @Test
    void conversationsThatLeadToEachOtherLeadToWhoeverStandsForBoth() {
        ContactId stale = people.writes(user("CL.3"));
        said(stale, into);
        said(into, stale);
        people.receives(stale, "wamid.3", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(stale));
        people.channels = List.of(CHANNEL);
        people.merges(stale, into);
        people.receives(stale, "wamid.4", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(into));
    }

    @Test
    void theOneInTheMiddleDoesNotKeepTheLastWordOfWhoWentApart() {
        people.channels = List.of(CHANNEL);
        ContactId top = people.writes(user("CL.2"));
        people.receives(top, "wamid.top", NOW);
        people.receives(into, "wamid.middle", NOW);
        people.receives(merged, "wamid.late", LATER);
        people.merges(merged, into);
        people.merges(into, top);
        people.unmerges(top, merged);
        refused("window-closed", () -> people.send(top, LATE));
        people.send(merged, LATE);
    }

    /** As a history may say that was written before merges told their channels. */
    private void said(ContactId from, ContactId to) {
        people.side.publish(new ConversationMerged(talk(from), talk(to), to, NOW), talk(from));
    }

    private MessageReceived lastReceived() {
        return people.side.events(MessageReceived.class).getLast();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
