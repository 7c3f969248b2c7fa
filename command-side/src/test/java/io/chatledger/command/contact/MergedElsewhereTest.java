package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.NOW;
import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.talk;
import static io.chatledger.command.contact.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationUnmerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to a process that remembers contacts as they were before another process merged or parted them. */
class MergedElsewhereTest {

    private static final Identity B = user("CL.1");

    private final People here = new People();
    private final People there = here.elsewhere();
    private ContactId into;
    private ContactId merged;

    @BeforeEach
    void twoContacts() {
        into = there.writes(phone("56911110001"));
        merged = there.writes(B);
    }

    @AfterEach
    void end() {
        here.close();
        there.close();
    }

    @Test
    void goOnInThatOfTheContactThatStays() {
        here.writes(B);
        there.merges(merged, into);
        here.receives(merged, "wamid.1", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(into));
        assertThat(there.side.events(ConversationUnmerged.class)).isEmpty();
    }

    @Test
    void areOnesOwnAgainOnceTheContactsWereParted() {
        there.merges(merged, into);
        here.receives(merged, "wamid.1", NOW);
        here.identities(merged);
        there.unmerges(into, merged);
        here.receives(merged, "wamid.2", NOW);
        assertThat(lastReceived().conversationId()).isEqualTo(talk(merged));
        assertThat(there.side.events(ConversationUnmerged.class)).hasSize(1);
    }

    private MessageReceived lastReceived() {
        return there.side.events(MessageReceived.class).getLast();
    }
}
