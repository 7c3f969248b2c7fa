package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageIdentified;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MessageIntakeTest {

    private final CommandSide side =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void opensTheConversationWithTheFirstMessage() {
        assertThat(side.<Received>send(receive("wamid.1", "delivery-1", NOON))).isEqualTo(Received.STORED);
        assertThat(side.events())
                .hasExactlyElementsOfTypes(MessageIdentified.class, ConversationOpened.class, MessageReceived.class);
    }

    @Test
    void storesAMessageOnceWhicheverDeliveryBringsIt() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        int events = side.events().size();
        assertThat(side.<Received>send(receive("wamid.1", "delivery-2", NOON))).isEqualTo(Received.DUPLICATE);
        assertThat(side.events()).hasSize(events);
    }

    @Test
    void tellsADeliveryTakenUpAgainFromADuplicate() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        assertThat(side.<Received>send(receive("wamid.1", "delivery-1", NOON))).isEqualTo(Received.TAKEN_UP_AGAIN);
        assertThat(side.events(MessageReceived.class)).hasSize(1);
    }

    @Test
    void countsMessagesInOrderOfArrival() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(receive("wamid.2", "delivery-1", NOON));
        assertThat(side.events(MessageReceived.class))
                .extracting(MessageReceived::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void reopensAClosedConversation() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new Close(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", NOON));
        assertThat(side.events(ID)).endsWith(side.events(MessageReceived.class).getLast());
        assertThat(side.events(ConversationReopened.class)).containsExactly(new ConversationReopened(ID, NOON));
    }

    @Test
    void reopensAnArchivedConversation() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new Archive(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", NOON));
        assertThat(side.events(ConversationReopened.class)).hasSize(1);
    }

    @RepeatedTest(3)
    void storesOneOfManyCopiesThatArriveAtOnce() throws Exception {
        List<Received> answers =
                CommandSide.atOnce(16, n -> side.<Received>send(receive("wamid.1", "delivery-" + n, NOON)));
        assertThat(answers).containsOnlyOnce(Received.STORED);
        assertThat(side.events(MessageReceived.class)).hasSize(1);
    }

    @RepeatedTest(3)
    void opensOneConversationForManyFirstMessagesAtOnce() throws Exception {
        CommandSide.atOnce(16, n -> side.send(receive("wamid." + n, "delivery-" + n, NOON)));
        assertThat(side.events(ConversationOpened.class)).hasSize(1);
        assertThat(side.events(MessageReceived.class))
                .extracting(MessageReceived::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
    }
}
