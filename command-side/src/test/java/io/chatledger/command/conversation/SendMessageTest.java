package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.AGENT;
import static io.chatledger.command.conversation.Talk.BOT;
import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.TEMPLATE;
import static io.chatledger.command.conversation.Talk.opened;
import static io.chatledger.command.conversation.Talk.queued;
import static io.chatledger.command.conversation.Talk.received;
import static io.chatledger.command.conversation.Talk.refused;
import static io.chatledger.command.conversation.Talk.send;
import static io.chatledger.command.conversation.Talk.takenOver;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SendMessageTest {

    private static final Instant CLOSES = NOON.plus(Duration.ofHours(24));
    private static final Author SYSTEM = new Author(Author.Type.system, null);

    private final FixtureConfiguration<Conversation> fixture = Talk.fixture();

    @Test
    void queuesAndTakesTheConversationOverForTheAgentWhoAnswers() {
        fixture.given(opened(), received())
                .when(send(HELLO, AGENT, null, NOON))
                .expectEvents(new TakenOver(ID, "agent-1", 1, NOON), queued(HELLO, AGENT, 2, NOON));
    }

    @Test
    void queuesWithoutATakeoverWhereAPersonOwnsTheConversation() {
        fixture.given(opened(), received(), new TakenOver(ID, "agent-2", 1, NOON))
                .when(send(HELLO, AGENT, null, NOON))
                .expectEvents(queued(HELLO, AGENT, 2, NOON));
    }

    @Test
    void leavesTheConversationToTheBotThatAnswers() {
        fixture.given(opened(), received()).when(send(HELLO, BOT, 0L, NOON)).expectEvents(queued(HELLO, BOT, 2, NOON));
    }

    @Test
    void refusesABotWhoseReplyWasOvertaken() {
        refused(
                fixture.given(opened(), received(), takenOver(1)).when(send(HELLO, BOT, 0L, NOON)),
                "ownership-changed");
    }

    @Test
    void refusesABotWhereAPersonOwnsTheConversation() {
        refused(
                fixture.given(opened(), received(), takenOver(1)).when(send(HELLO, BOT, 1L, NOON)),
                "ownership-changed");
    }

    @Test
    void refusesABotThatDoesNotSayWhatItRead() {
        refused(fixture.given(opened(), received()).when(send(HELLO, BOT, null, NOON)), "ownership-changed");
    }

    @Test
    void letsABotAnswerAgainOnceTheConversationIsReleased() {
        fixture.given(opened(), received(), takenOver(1), new Released(ID, 2, NOON))
                .when(send(HELLO, BOT, 2L, NOON))
                .expectEvents(queued(HELLO, BOT, 2, NOON));
    }

    @Test
    void letsTheSystemSpeakWithoutATakeover() {
        fixture.given(opened(), received())
                .when(send(HELLO, SYSTEM, null, NOON))
                .expectEvents(queued(HELLO, SYSTEM, 2, NOON));
    }

    @Test
    void sendsUntilASecondBeforeTheWindowCloses() {
        Instant last = CLOSES.minusSeconds(1);
        fixture.given(opened(), received(), takenOver(1))
                .when(send(HELLO, AGENT, null, last))
                .expectEvents(queued(HELLO, AGENT, 2, last));
    }

    @Test
    void sendsNothingButTemplatesOnceTheWindowHasClosed() {
        refused(
                fixture.given(opened(), received(), takenOver(1)).when(send(HELLO, AGENT, null, CLOSES)),
                "window-closed");
    }

    @Test
    void sendsATemplateOutsideTheWindow() {
        fixture.given(opened(), received(), takenOver(1))
                .when(send(TEMPLATE, AGENT, null, CLOSES))
                .expectEvents(queued(TEMPLATE, AGENT, 2, CLOSES));
    }

    @Test
    void sendsNothingButTemplatesToWhomHasNeverWritten() {
        refused(fixture.given(opened()).when(send(HELLO, AGENT, null, NOON)), "window-closed");
    }

    @Test
    void writesAtAnyTimeWhereTheProviderHasNoWindow() {
        Endpoint telephone = new Endpoint(Provider.GATEWAY, "56911111111");
        fixture.given(new ConversationOpened(ID, Talk.CHANNEL, telephone, Talk.CONTACT, NOON))
                .when(send(HELLO, AGENT, null, NOON))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void countsTheWindowFromTheNewestMessageWhateverTheOrder() {
        fixture.given(opened(), received(1, NOON, NOON), received(2, NOON.minusSeconds(600), NOON), takenOver(1))
                .when(send(HELLO, AGENT, null, CLOSES.minusSeconds(1)))
                .expectEvents(queued(HELLO, AGENT, 3, CLOSES.minusSeconds(1)));
    }

    @Test
    void doesNotBelieveAProvidersClockThatRunsAhead() {
        refused(
                fixture.given(opened(), received(1, NOON.plus(Duration.ofDays(3)), NOON), takenOver(1))
                        .when(send(HELLO, AGENT, null, CLOSES)),
                "window-closed");
    }

    @Test
    void reopensAClosedConversationByAnswering() {
        fixture.given(opened(), received(), takenOver(1), new ConversationClosed(ID, NOON))
                .when(send(HELLO, AGENT, null, NOON))
                .expectEvents(new ConversationReopened(ID, NOON), queued(HELLO, AGENT, 2, NOON));
    }

    @Test
    void refusesToWriteIntoAnArchivedConversation() {
        refused(
                fixture.given(opened(), received(), new ConversationArchived(ID, NOON))
                        .when(send(HELLO, AGENT, null, NOON)),
                "invalid-transition");
    }
}
