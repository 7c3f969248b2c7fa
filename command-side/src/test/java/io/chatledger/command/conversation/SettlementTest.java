package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.MESSAGE;
import static io.chatledger.command.conversation.Talk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ReportedStatus;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final SendError ERROR = new SendError(131026, "undeliverable", null);

    private static final Origin PROVIDER = Origin.of(Talk.TENANT, Actor.provider("whatsapp"));

    private final CommandSide side =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));
    private final Settlement settlement = new Settlement(side.commands());

    @BeforeEach
    void loseTheOutcome() {
        side.send(Talk.receive("wamid.1", "delivery-1", NOON));
        side.send(Talk.send(Talk.HELLO, Talk.AGENT, null, NOON));
        side.send(new StartSending(ID, MESSAGE, 2, NOON));
        side.send(new LoseOutcome(ID, MESSAGE, "timeout", NOON));
    }

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void acceptsWhatTheProviderHasDelivered() {
        report("delivered", null, ID);
        assertThat(side.events(ID).getLast()).isEqualTo(Talk.accepted("wamid.out"));
    }

    @Test
    void failsWhatTheProviderCouldNotDeliver() {
        report("failed", ERROR, ID);
        assertThat(side.events(ID).getLast()).isEqualTo(new MessageFailed(ID, MESSAGE, ERROR, NOON));
    }

    @Test
    void settlesOnce() {
        report("sent", null, ID);
        report("delivered", null, ID);
        report("failed", ERROR, ID);
        assertThat(side.events(MessageAccepted.class)).hasSize(1);
        assertThat(side.events(MessageFailed.class)).isEmpty();
    }

    @Test
    void leavesAStatusWithoutOurDataAlone() {
        int events = side.events(ID).size();
        report("delivered", null, null);
        assertThat(side.events(ID)).hasSize(events);
    }

    @Test
    void letsAStatusPassThatNamesNoConversationOfOurs() {
        report("delivered", null, ConversationId.of(Talk.TENANT, new UUID(9, 9)));
        assertThat(side.events(MessageAccepted.class)).isEmpty();
    }

    private void report(String word, @Nullable SendError error, @Nullable ConversationId conversation) {
        ReportStatus report = new ReportStatus(
                Talk.key("wamid.out"),
                Talk.CHANNEL,
                Talk.ENDPOINT,
                conversation,
                conversation == null ? null : MESSAGE,
                new ReportedStatus(word, NOON, error, null, null),
                NOON);
        settlement.settle(report, "wamid.out", PROVIDER);
    }
}
