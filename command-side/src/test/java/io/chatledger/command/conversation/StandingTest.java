package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only belongs to a message, or is told about the person, asks for nobody's attention. */
class StandingTest {

    private final CommandSide side =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));

    @AfterEach
    void end() {
        side.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "revoke", "system"})
    void leavesAClosedConversationClosed(String type) {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new Close(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", of(type, "👍"), NOON));

        assertThat(side.events(ConversationReopened.class)).isEmpty();
        assertThat(side.events(MessageReceived.class)).hasSize(2);
    }

    @Test
    void theRemovalOfAReactionLeavesItClosedToo() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new Close(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", of("reaction", null), NOON));

        assertThat(side.events(ConversationReopened.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "unsupported", "edit", "image", "not-known-today"})
    void whatSomebodySaysReopensIt(String type) {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new Close(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", of(type, null), NOON));

        assertThat(side.events(ConversationReopened.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "revoke", "system"})
    void leavesWhatIsReadRead(String type) {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(new MarkRead(ID, NOON));
        side.send(receive("wamid.2", "delivery-2", of(type, null), NOON));
        side.send(new MarkRead(ID, NOON));

        assertThat(side.events(ConversationRead.class)).hasSize(1);
    }

    @Test
    void aReactionToWhatIsUnreadReadsNothing() {
        side.send(receive("wamid.1", "delivery-1", NOON));
        side.send(receive("wamid.2", "delivery-2", of("reaction", "👍"), NOON));
        side.send(new MarkRead(ID, NOON));

        assertThat(side.events(ConversationRead.class)).hasSize(1);
    }

    @Test
    void theProvidersWordAboutAPersonOpensNoWindow() {
        side.send(receive("wamid.1", "delivery-1", of("system", "changed"), NOON));

        assertThatThrownBy(() -> side.send(Talk.send(HELLO, Talk.AGENT, null, NOON)))
                .isInstanceOfSatisfying(
                        DomainProblem.class, no -> assertThat(no.code()).isEqualTo("window-closed"));
    }

    @Test
    void anOldMessageThatComesLateOpensNoWindow() {
        side.send(receive("wamid.1", "delivery-1", NOON.minus(Duration.ofDays(2))));

        assertThatThrownBy(() -> side.send(Talk.send(HELLO, Talk.AGENT, null, NOON)))
                .isInstanceOfSatisfying(
                        DomainProblem.class, no -> assertThat(no.code()).isEqualTo("window-closed"));
    }

    private static MessageContent of(String type, @Nullable String text) {
        return new MessageContent(type, text, null, null, null, null);
    }
}
