package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is a short cut: with it a conversation decides as its events alone would have it. */
class SnapshotsTest {

    private static final int COMMANDS = 150;
    private static final String TODAY = Integer.toString(ConversationConfiguration.SNAPSHOT_REVISION);

    /** What the sender is told. */
    private record Outcome(
            @Nullable Object answer, @Nullable String refusal) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSnapshotChangesNoDecision(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        int every = (int) seed;
        try (ColdTalk withSnapshots = new ColdTalk(every);
                ColdTalk without = new ColdTalk(ColdTalk.NO_SNAPSHOTS)) {
            for (int n = 0; n < COMMANDS; n++) {
                ConversationCommand command = commands.next(queued(without.events()));
                assertThat(outcome(withSnapshots, command))
                        .as("%d: %s", n, command)
                        .isEqualTo(outcome(without, command));
                assertThat(withSnapshots.events()).as("%d: %s", n, command).isEqualTo(without.events());
            }
            assertThat(withSnapshots.snapshots().used()).isGreaterThan(COMMANDS / 2);
            assertThat(without.snapshots().used()).isZero();
            assertThat(without.events().stream().map(Event::getClass).distinct())
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void aSnapshotOfTodaysRevisionIsBelieved() {
        try (ColdTalk talk = closedAccordingToItsSnapshot(TODAY)) {
            assertThat(outcome(talk, new Close(ID, NOON)).refusal()).isNotNull();
        }
    }

    @Test
    void aSnapshotOfAnotherRevisionIsLeftAside() {
        try (ColdTalk talk = closedAccordingToItsSnapshot(TODAY + "0")) {
            assertThat(outcome(talk, new Close(ID, NOON)).refusal()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"nonsense\"}", "{\"unknown\": 1}", "[]", "no JSON"})
    void aSnapshotThatCannotBeReadIsLeftAside(String json) {
        try (ColdTalk talk = new ColdTalk(1)) {
            talk.send(Talk.receive("wamid.1", "delivery-1", NOON));
            talk.snapshots().forge(ID, TODAY, json);
            talk.send(new Archive(ID, NOON));
            assertThat(talk.events()).hasSize(3);
        }
    }

    private static ColdTalk closedAccordingToItsSnapshot(String revision) {
        ColdTalk talk = new ColdTalk(1);
        talk.send(Talk.receive("wamid.1", "delivery-1", NOON));
        String open = talk.snapshots().json(ID);
        assertThat(open).contains("\"status\":\"open\"");
        talk.snapshots().forge(ID, revision, open.replace("\"status\":\"open\"", "\"status\":\"closed\""));
        return talk;
    }

    private static List<MessageQueued> queued(List<Event> events) {
        return events.stream()
                .filter(MessageQueued.class::isInstance)
                .map(MessageQueued.class::cast)
                .toList();
    }

    private static Outcome outcome(ColdTalk talk, ConversationCommand command) {
        try {
            return new Outcome(talk.send(command), null);
        } catch (DomainProblem refusal) {
            return new Outcome(null, refusal.code());
        }
    }
}
