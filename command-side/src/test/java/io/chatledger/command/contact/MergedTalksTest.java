package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.ANSWER;
import static io.chatledger.command.contact.People.CHANNEL;
import static io.chatledger.command.contact.People.NOW;
import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.talk;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.ContactCommand.RecogniseSender;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationAbsorbed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the conversations of two contacts that are one person. */
class MergedTalksTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(20));

    private final People people = new People();
    private ContactId into;
    private ContactId merged;

    @BeforeEach
    void twoContacts() {
        into = people.writes(phone("56911110001"));
        merged = people.writes(user("CL.1"));
    }

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void goOnInThatOfTheContactThatStays() {
        people.receives(into, "wamid.1", NOW);
        people.receives(merged, "wamid.2", LATER);
        people.side.send(new TakeOver(talk(merged), "ana", LATER));
        people.side.send(new Close(talk(into), NOW));
        people.merges(merged, into);

        assertThat(people.side.events(talk(into)))
                .endsWith(
                        new ConversationReopened(talk(into), NOW),
                        new ConversationAbsorbed(talk(into), talk(merged), Provider.CLOUD_API, 1, LATER, NOW),
                        new TakenOver(talk(into), "ana", 1, NOW));
        people.send(into, NOW.plus(Duration.ofHours(30)));
        assertThatThrownBy(() -> people.send(merged, LATER)).isInstanceOfSatisfying(DomainProblem.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("conversation-merged");
            assertThat(refusal.details()).containsEntry("intoId", talk(into).key());
        });
    }

    @Test
    void openOneWhereTheContactThatStaysHasNone() {
        people.receives(merged, "wamid.2", LATER);
        people.merges(merged, into);
        assertThat(people.side.events(ConversationOpened.class))
                .endsWith(new ConversationOpened(talk(into), CHANNEL, People.ENDPOINT, into, NOW));
    }

    @Test
    void takeInAMessageThatWasOnItsWay() {
        people.merges(merged, into);
        people.receives(merged, "wamid.2", LATER);
        MessageReceived received = people.side.events(MessageReceived.class).getLast();
        assertThat(received.conversationId()).isEqualTo(talk(into));
        assertThat(received.contactId()).isEqualTo(into);
        assertThat(people.side.events(ConversationOpened.class)).hasSize(1);
    }

    @Test
    void letWhatWasQueuedGoOut() {
        people.receives(merged, "wamid.2", NOW);
        people.send(merged, NOW);
        people.merges(merged, into);
        assertThat(people.side.<Object>send(new StartSending(talk(merged), ANSWER, 2, NOW)))
                .isNotNull();
        assertThat(people.identities(merged)).containsExactlyInAnyOrder(phone("56911110001"), user("CL.1"));
    }

    /** Else what waits behind it is not woken, and its own place in the work list is never given up. */
    @Test
    void sayWhatGoesOutNext() {
        people.receives(merged, "wamid.2", NOW);
        people.send(merged, NOW);
        people.merges(merged, into);
        assertThat(people.side.<MessageId>send(new FindNextToSend(talk(merged))))
                .isEqualTo(ANSWER);
    }

    @Test
    void goApartAgainWithTheirWindows() {
        people.receives(into, "wamid.1", NOW);
        people.receives(merged, "wamid.2", LATER);
        people.merges(merged, into);
        people.unmerges(into, merged);
        Instant late = NOW.plus(Duration.ofHours(30));
        people.send(merged, late);
        assertThatThrownBy(() -> people.send(into, late))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("window-closed"));
    }

    @Test
    void sayWhoSentAMessageThatComesUnderANewIdentity() {
        people.receives(into, "wamid.1", NOW);
        ContactId found = people.writes("wamid.1", user("CL.7"));
        assertThat(found).isEqualTo(into);
        assertThat(people.identities(into)).contains(user("CL.7"));
        assertThat(people.side.events(ContactCreated.class)).hasSize(2);
    }

    @Test
    void sayThatTwoWhoSentTheSameMessageAreOne() {
        people.receives(into, "wamid.1", NOW);
        people.side.send(new RecogniseSender(merged, People.occasion("wamid.1"), NOW));
        assertThat(people.side.events(ContactMerged.class))
                .containsExactly(new ContactMerged(merged, into, List.of(CHANNEL), NOW));
    }

    @Test
    void doNotMakeOneOfTwoUserIdsThatSentTheSameMessage() {
        people.receives(merged, "wamid.2", NOW);
        ContactId other = people.writes(user("CL.9"));
        people.side.send(new RecogniseSender(other, People.occasion("wamid.2"), NOW));
        assertThat(people.writes("wamid.2", user("CL.8"))).isEqualTo(merged);
        assertThat(people.identities(merged)).containsExactly(user("CL.1"));
        assertThat(people.side.events(ContactMerged.class)).isEmpty();
    }
}
