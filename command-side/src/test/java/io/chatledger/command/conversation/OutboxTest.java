package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.AGENT;
import static io.chatledger.command.conversation.Talk.CHANNEL;
import static io.chatledger.command.conversation.Talk.CONTACT;
import static io.chatledger.command.conversation.Talk.ENDPOINT;
import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.MESSAGE;
import static io.chatledger.command.conversation.Talk.NOON;

import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.NotItsTurn;
import io.chatledger.kernel.conversation.ConversationCommand.SendPermit;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final SendError ERROR = new SendError(131026, "undeliverable", null);
    private static final StartSending START = new StartSending(ID, MESSAGE, 2, NOON);
    private static final AcceptMessage ACCEPT =
            new AcceptMessage(ID, MESSAGE, Talk.key("wamid.out"), "wamid.out", NOON);
    private static final SendingStarted STARTED = new SendingStarted(ID, MESSAGE, NOON);
    private static final OutcomeLost LOST = new OutcomeLost(ID, MESSAGE, "timeout", NOON);
    private static final MessageAccepted ACCEPTED = Talk.accepted("wamid.out");
    private static final MessageFailed FAILED = new MessageFailed(ID, MESSAGE, ERROR, NOON);

    private static TestExecutor<Conversation> queued(Object... further) {
        List<Object> events =
                new ArrayList<>(List.of(Talk.opened(), Talk.received(), Talk.queued(HELLO, AGENT, 2, NOON)));
        events.addAll(List.of(further));
        return Talk.fixture().given(events);
    }

    @Test
    void permitsToSendWhatIsQueued() {
        queued().when(START)
                .expectEvents(STARTED)
                .expectResultMessagePayload(new SendPermit(CHANNEL, ENDPOINT, CONTACT, HELLO, null, NOON));
    }

    @Test
    void givesTheMessageUpForUnknownWhereSendingHadBegun() {
        queued(STARTED)
                .when(START)
                .expectEvents(new OutcomeLost(ID, MESSAGE, "interrupted", NOON))
                .expectResultMessagePayload(null);
    }

    @Test
    void neverSendsAgainWhatMayHaveBeenSent() {
        queued(STARTED, LOST).when(START).expectNoEvents().expectResultMessagePayload(null);
    }

    @Test
    void neverSendsAgainWhatIsSettled() {
        queued(STARTED, ACCEPTED).when(START).expectNoEvents().expectResultMessagePayload(null);
        queued(STARTED, FAILED).when(START).expectNoEvents().expectResultMessagePayload(null);
    }

    @Test
    void anOlderMessageOnItsWayGoesFirst() {
        MessageId second = MessageId.of(new UUID(0, 5));
        MessageQueued next = new MessageQueued(ID, second, CHANNEL, ENDPOINT, CONTACT, HELLO, null, AGENT, 3, NOON);
        StartSending start = new StartSending(ID, second, 3, NOON);
        queued(next).when(start).expectNoEvents().expectResultMessagePayload(new NotItsTurn());
        queued(next, STARTED).when(start).expectNoEvents().expectResultMessagePayload(new NotItsTurn());
        SendingStarted started = new SendingStarted(ID, second, NOON);
        queued(next, STARTED, LOST).when(start).expectEvents(started);
        queued(next, STARTED, ACCEPTED).when(start).expectEvents(started);
    }

    @Test
    void tellsWhichMessageGoesOutNext() {
        FindNextToSend find = new FindNextToSend(ID);
        queued().when(find).expectNoEvents().expectResultMessagePayload(MESSAGE);
        queued(STARTED).when(find).expectNoEvents().expectResultMessagePayload(null);
        queued(STARTED, ACCEPTED).when(find).expectNoEvents().expectResultMessagePayload(null);
    }

    @Test
    void sendsAgainWhatWasDeferred() {
        queued(STARTED, new SendingDeferred(ID, MESSAGE, "throttled", NOON))
                .when(START)
                .expectEvents(STARTED);
    }

    @Test
    void wantsTheConversationReadAgainWhereTheMessageIsNewerThanIt() {
        queued().when(new StartSending(ID, MESSAGE, 3, NOON))
                .expectNoEvents()
                .expectException(ConcurrencyException.class);
    }

    @Test
    void keepsTheProvidersNameOfWhatItAccepted() {
        queued(STARTED).when(ACCEPT).expectEvents(ACCEPTED);
    }

    @Test
    void isAcceptedOnce() {
        queued(STARTED, ACCEPTED).when(ACCEPT).expectNoEvents();
    }

    @Test
    void isAcceptedAfterTheOutcomeWasLost() {
        queued(STARTED, LOST).when(ACCEPT).expectEvents(ACCEPTED);
    }

    @Test
    void failsAfterTheOutcomeWasLost() {
        queued(STARTED, LOST).when(new FailMessage(ID, MESSAGE, ERROR, NOON)).expectEvents(FAILED);
    }

    @Test
    void failsOnce() {
        queued(STARTED, FAILED).when(new FailMessage(ID, MESSAGE, ERROR, NOON)).expectNoEvents();
    }

    @Test
    void doesNotFailOnceItWasAccepted() {
        queued(STARTED, ACCEPTED)
                .when(new FailMessage(ID, MESSAGE, ERROR, NOON))
                .expectNoEvents();
    }

    @Test
    void isDeferredOnlyWhileItIsBeingSent() {
        DeferMessage defer = new DeferMessage(ID, MESSAGE, "throttled", NOON);
        queued(STARTED).when(defer).expectEvents(new SendingDeferred(ID, MESSAGE, "throttled", NOON));
        queued().when(defer).expectNoEvents();
        queued(STARTED, LOST).when(defer).expectNoEvents();
    }

    @Test
    void isLostOnlyWhileItIsBeingSent() {
        LoseOutcome lose = new LoseOutcome(ID, MESSAGE, "timeout", NOON);
        queued(STARTED).when(lose).expectEvents(LOST);
        queued().when(lose).expectNoEvents();
        queued(STARTED, ACCEPTED).when(lose).expectNoEvents();
    }
}
