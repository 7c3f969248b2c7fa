package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.MESSAGE;
import static io.chatledger.command.conversation.Talk.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageSenderTest {

    private static final Identity OLD_PHONE = new Identity(IdentityType.phone, "5511");
    private static final Identity PHONE = new Identity(IdentityType.phone, "5522");
    private static final Identity USER = new Identity(IdentityType.bsuid, "CL.1");
    private static final SendTask.Order ORDER =
            new SendTask.Order(ID.value(), MESSAGE.toString(), 2, "correlation", "causation");

    private final AddressBook addresses = new AddressBook();
    private final CommandSide side = new CommandSide(
            new ConversationConfiguration(new Aggregates(), tenant -> List.of()),
            configurer -> configurer.registerCommandHandler(axon -> addresses));
    private final List<OutboundMessage> sent = new ArrayList<>();
    private SendResult answer = new SendResult.Accepted("wamid.out");
    private Instant now = NOON;
    private final MessageSender sender = new MessageSender(
            side.commands(),
            Talk.gateways(message -> {
                sent.add(message);
                return answer;
            }),
            Talk.KEYS,
            () -> now,
            new StoreAvailability());

    /** What the contacts' side knows of the customer. */
    private static final class AddressBook {

        private List<Identity> identities = List.of(OLD_PHONE, USER, PHONE);
        private boolean broken;

        @CommandHandler
        List<Identity> handle(ListIdentities command) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return identities;
        }
    }

    @BeforeEach
    void queue() {
        side.send(Talk.receive("wamid.1", "delivery-1", NOON));
        side.send(Talk.send(Talk.HELLO, Talk.AGENT, null, NOON));
    }

    @AfterEach
    void end() {
        side.close();
    }

    private Event outcome() {
        return side.events(ID).getLast();
    }

    @Test
    void sendsWithAllThatTheCustomerIsKnownByAndOurOwnMark() {
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(sent)
                .containsExactly(new OutboundMessage(
                        Talk.CHANNEL,
                        Talk.ENDPOINT,
                        List.of(OLD_PHONE, USER, PHONE),
                        Talk.HELLO,
                        null,
                        ID.key() + ":" + MESSAGE));
        assertThat(outcome()).isEqualTo(Talk.accepted("wamid.out"));
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        sender.send(ORDER);
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(sent).hasSize(1);
    }

    @Test
    void failsWhatTheProviderRefuses() {
        SendError error = new SendError(131026, "undeliverable", "no such user");
        answer = new SendResult.Refused(error);
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new MessageFailed(ID, MESSAGE, error, NOON));
    }

    @Test
    void recordsThatNobodyKnowsAndNeverSendsAgain() {
        answer = new SendResult.Unknown("timeout");
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new OutcomeLost(ID, MESSAGE, "timeout", NOON));
        sender.send(ORDER);
        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsAsLongAsAThrottleAsksAndSendsThen() {
        answer = new SendResult.Throttled(Duration.ofSeconds(42));
        assertThat(sender.send(ORDER)).isEqualTo(new SendProgress.Again(Duration.ofSeconds(42)));
        assertThat(outcome()).isEqualTo(new SendingDeferred(ID, MESSAGE, "throttled", NOON));
        answer = new SendResult.Accepted("wamid.out");
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isInstanceOf(MessageAccepted.class);
    }

    @Test
    void triesAgainSoonWhereItCertainlyDidNotGoOut() {
        answer = new SendResult.NotSent("unreachable", true);
        assertThat(sender.send(ORDER)).isEqualTo(new SendProgress.Again(Duration.ofSeconds(5)));
        assertThat(outcome()).isEqualTo(new SendingDeferred(ID, MESSAGE, "unreachable", NOON));
    }

    @Test
    void failsWhereAnotherAttemptWouldNotHelp() {
        answer = new SendResult.NotSent("no-token", false);
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new MessageFailed(ID, MESSAGE, new SendError(null, "no-token", null), NOON));
    }

    @Test
    void triesForAnHourAndNoLonger() {
        answer = new SendResult.NotSent("unreachable", true);
        now = NOON.plus(Duration.ofHours(1));
        assertThat(sender.send(ORDER)).isInstanceOf(SendProgress.Again.class);
        now = now.plusSeconds(1);
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new MessageFailed(ID, MESSAGE, new SendError(null, "unreachable", null), now));
    }

    @Test
    void givesUpOnAThrottleAfterAnHour() {
        answer = new SendResult.Throttled(Duration.ofSeconds(42));
        now = NOON.plus(Duration.ofHours(1)).plusSeconds(1);
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new MessageFailed(ID, MESSAGE, new SendError(null, "throttled", null), now));
    }

    @Test
    void failsWithoutAnAddress() {
        addresses.identities = List.of();
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(outcome()).isEqualTo(new MessageFailed(ID, MESSAGE, new SendError(null, "no-address", null), NOON));
        assertThat(sent).isEmpty();
    }

    @Test
    void triesAgainWhereTheAddressCannotBeRead() {
        addresses.broken = true;
        assertThat(sender.send(ORDER)).isEqualTo(new SendProgress.Again(Duration.ofSeconds(5)));
        assertThat(outcome()).isEqualTo(new SendingDeferred(ID, MESSAGE, "address-unavailable", NOON));
        assertThat(sent).isEmpty();
    }

    @Test
    void takesAnAttemptThatBrokeOffForUnknown() {
        MessageSender breaking = new MessageSender(
                side.commands(),
                Talk.gateways(message -> {
                    throw new IllegalStateException("power failure");
                }),
                Talk.KEYS,
                () -> now,
                new StoreAvailability());
        assertThatThrownBy(() -> breaking.send(ORDER)).hasMessage("power failure");
        assertThat(sender.send(ORDER)).isEqualTo(SendProgress.DONE);
        assertThat(sent).isEmpty();
        assertThat(outcome()).isEqualTo(new OutcomeLost(ID, MESSAGE, "interrupted", NOON));
    }
}
