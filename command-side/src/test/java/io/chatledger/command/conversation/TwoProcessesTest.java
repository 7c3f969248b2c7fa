package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.AGENT;
import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.MESSAGE;
import static io.chatledger.command.conversation.Talk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SendPermit;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one process remembers of a conversation that another has changed. */
class TwoProcessesTest {

    private final Aggregates memory = new Aggregates();
    private final CommandSide one =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));
    private final CommandSide other = one.another(new ConversationConfiguration(memory, tenant -> List.of()));

    @BeforeEach
    void bothRememberTheConversation() {
        one.send(Talk.receive("wamid.1", "delivery-1", NOON));
        other.send(new MarkRead(ID, NOON));
    }

    @AfterEach
    void end() {
        one.close();
        other.close();
    }

    @Test
    void readsAgainWhereItsOwnWriteWouldConflict() {
        one.send(Talk.send(HELLO, AGENT, null, NOON));
        other.send(new Close(ID, NOON));
        assertThat(one.events(ID)).hasSize(6);
    }

    @Test
    void continuesAConversationThatWasTakenForNew() {
        ReceiveMessage next = Talk.receive("wamid.2", "delivery-2", NOON);
        memory.forget(ID.value());
        Received received = other.commands()
                .send(
                        next,
                        CommandSide.ORIGIN,
                        NewStreams.expecting(next.messageKey().value(), ID.value()));
        assertThat(received).isEqualTo(Received.STORED);
        assertThat(one.events(ConversationOpened.class)).hasSize(1);
        assertThat(one.events(MessageReceived.class))
                .extracting(MessageReceived::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void sendsWhatTheOtherHasQueued() {
        one.send(Talk.send(HELLO, AGENT, null, NOON));
        assertThat(other.<SendPermit>send(new StartSending(ID, MESSAGE, 2, NOON)))
                .extracting(SendPermit::content)
                .isEqualTo(HELLO);
    }

    @Test
    void decidesOnTheNewStateOnceItIsToldToForget() {
        one.send(Talk.receive("wamid.2", "delivery-2", NOON));
        memory.forget(ID.value());
        other.send(new MarkRead(ID, NOON));
        assertThat(one.events(ConversationRead.class)).hasSize(2);
    }
}
