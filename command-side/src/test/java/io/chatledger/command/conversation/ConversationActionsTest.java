package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.CONTACT;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.opened;
import static io.chatledger.command.conversation.Talk.received;
import static io.chatledger.command.conversation.Talk.refused;
import static io.chatledger.command.conversation.Talk.takenOver;

import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.Release;
import io.chatledger.kernel.conversation.ConversationCommand.Reopen;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.Topic;
import io.chatledger.kernel.message.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationActionsTest {

    private static final ConversationClosed CLOSED = new ConversationClosed(ID, NOON);
    private static final ConversationArchived ARCHIVED = new ConversationArchived(ID, NOON);
    private static final ConversationReopened REOPENED = new ConversationReopened(ID, NOON);
    private static final Assigned ASSIGNED = new Assigned(ID, "agent-2", NOON);
    private static final NoteAdded NOTE =
            new NoteAdded(ID, CONTACT, "note-1", "calls back", Actor.account("agent-1"), NOON);

    private final FixtureConfiguration<Conversation> fixture = Talk.fixture();

    static Stream<Arguments> allowed() {
        return Stream.of(
                Arguments.of(List.of(), new Close(ID, NOON), CLOSED),
                Arguments.of(List.of(takenOver(1)), new Close(ID, NOON), CLOSED),
                Arguments.of(List.of(CLOSED), new Reopen(ID, NOON), REOPENED),
                Arguments.of(List.of(ARCHIVED), new Reopen(ID, NOON), REOPENED),
                Arguments.of(List.of(), new Archive(ID, NOON), ARCHIVED),
                Arguments.of(List.of(CLOSED), new Archive(ID, NOON), ARCHIVED),
                Arguments.of(List.of(ASSIGNED), new Archive(ID, NOON), ARCHIVED),
                Arguments.of(List.of(), new TakeOver(ID, "agent-1", NOON), takenOver(1)),
                Arguments.of(
                        List.of(takenOver(1)),
                        new TakeOver(ID, "agent-2", NOON),
                        new TakenOver(ID, "agent-2", 2, NOON)),
                Arguments.of(List.of(takenOver(1)), new Release(ID, NOON), new Released(ID, 2, NOON)),
                Arguments.of(List.of(), new Assign(ID, "agent-2", NOON), ASSIGNED),
                Arguments.of(List.of(takenOver(1)), new Assign(ID, "agent-2", NOON), ASSIGNED),
                Arguments.of(List.of(), new SetTopic(ID, Topic.sale, NOON), new TopicSet(ID, Topic.sale, NOON)),
                Arguments.of(List.of(), new AddNote(ID, "note-1", "calls back", Actor.account("agent-1"), NOON), NOTE),
                Arguments.of(List.of(), new MarkRead(ID, NOON), new ConversationRead(ID, NOON)));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void does(List<Object> before, Object command, Object event) {
        fixture.given(opened(), received()).andGiven(before).when(command).expectEvents(event);
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(CLOSED, ARCHIVED)
                .flatMap(state -> Stream.of(
                                new Close(ID, NOON),
                                new TakeOver(ID, "agent-1", NOON),
                                new Release(ID, NOON),
                                new Assign(ID, "agent-2", NOON))
                        .map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesWhatDoesNotFitTheState(Object state, Object command) {
        refused(fixture.given(opened(), received(), state).when(command), "invalid-transition");
    }

    @Test
    void refusesToReopenWhatIsOpen() {
        refused(fixture.given(opened(), received()).when(new Reopen(ID, NOON)), "invalid-transition");
    }

    @Test
    void refusesToArchiveTwice() {
        refused(fixture.given(opened(), received(), ARCHIVED).when(new Archive(ID, NOON)), "invalid-transition");
    }

    static Stream<Arguments> alreadySo() {
        return Stream.of(
                Arguments.of(takenOver(1), new TakeOver(ID, "agent-1", NOON)),
                Arguments.of(new Released(ID, 1, NOON), new Release(ID, NOON)),
                Arguments.of(ASSIGNED, new Assign(ID, "agent-2", NOON)),
                Arguments.of(new TopicSet(ID, Topic.sale, NOON), new SetTopic(ID, Topic.sale, NOON)),
                Arguments.of(new ConversationRead(ID, NOON), new MarkRead(ID, NOON)));
    }

    @ParameterizedTest
    @MethodSource("alreadySo")
    void changesNothingThatIsSoAlready(Object before, Object command) {
        fixture.given(opened(), received(), before).when(command).expectNoEvents();
    }

    @Test
    void countsAnAgentsAnswerAsRead() {
        fixture.given(opened(), received(), Talk.queued(Talk.HELLO, Talk.AGENT, 2, NOON))
                .when(new MarkRead(ID, NOON))
                .expectNoEvents();
    }

    @Test
    void doesNotCountABotsAnswerAsRead() {
        fixture.given(opened(), received(), Talk.queued(Talk.HELLO, Talk.BOT, 2, NOON))
                .when(new MarkRead(ID, NOON))
                .expectEvents(new ConversationRead(ID, NOON));
    }

    @Test
    void changesATopic() {
        fixture.given(opened(), received(), new TopicSet(ID, Topic.sale, NOON))
                .when(new SetTopic(ID, Topic.complaint, NOON))
                .expectEvents(new TopicSet(ID, Topic.complaint, NOON));
    }
}
