package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.command.StorageRetry;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.NotItsTurn;
import io.chatledger.kernel.conversation.ConversationCommand.SendPermit;
import io.chatledger.kernel.conversation.ConversationCommand.SendTurn;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one message through its gateway and records what came of it. The conversation decides whether it may be sent,
 * so asking twice never sends twice.
 */
@Component
class MessageSender {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(1);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Commands commands;
    private final Outcomes outcomes;
    private final MessageGateways gateways;
    private final ProviderKeys keys;
    private final InstantSource clock;
    private final StorageRetry retry;

    MessageSender(
            Commands commands,
            MessageGateways gateways,
            ProviderKeys keys,
            InstantSource clock,
            StoreAvailability store) {
        this.retry = new StorageRetry(store);
        this.commands = commands;
        this.outcomes = new Outcomes(commands);
        this.gateways = gateways;
        this.keys = keys;
        this.clock = clock;
    }

    SendProgress send(SendTask.Order order) {
        Origin origin = origin(order);
        SendTurn turn = commands.send(start(order), origin);
        return switch (turn) {
            case null -> SendProgress.DONE;
            case NotItsTurn _ -> SendProgress.WAITS_ITS_TURN;
            case SendPermit permit -> send(order, permit, origin);
        };
    }

    /** The message of the conversation that goes out next; empty if none waits or one is on its way. */
    Optional<MessageId> next(SendTask.Order order) {
        return Optional.ofNullable(commands.send(new FindNextToSend(order.conversationId()), origin(order)));
    }

    private SendProgress send(SendTask.Order order, SendPermit permit, Origin origin) {
        SendResult result = attempt(order, permit, origin);
        Instant now = clock.instant();
        Optional<Duration> next = next(result, permit.queuedAt(), now);
        ConversationCommand outcome = outcome(order, permit, result, next.isPresent(), now);
        // Nobody else knows what came of it.
        return retry.carryOut(
                () -> {
                    outcomes.record(outcome, origin);
                    return next.<SendProgress>map(SendProgress.Again::new).orElse(SendProgress.DONE);
                },
                () -> true);
    }

    private static Origin origin(SendTask.Order order) {
        return new Origin(
                order.conversationId().tenant(), Actor.SYSTEM, order.correlationId(), order.causationId(), null);
    }

    private StartSending start(SendTask.Order order) {
        return new StartSending(order.conversationId(), order.messageId(), order.sequence(), clock.instant());
    }

    private SendResult attempt(SendTask.Order order, SendPermit permit, Origin origin) {
        List<Identity> identities;
        try {
            identities = commands.send(new ListIdentities(permit.contactId()), origin);
        } catch (RuntimeException failure) {
            // Whatever it was, nothing has gone out yet, so the message need not end as unknown.
            LOG.warn("The address of message {} cannot be read now: {}", order.message(), failure.toString());
            return new SendResult.NotSent("address-unavailable", true);
        }
        if (identities.isEmpty()) {
            return new SendResult.NotSent("no-address", false);
        }
        return gateways.send(new OutboundMessage(
                permit.channelId(),
                permit.endpoint(),
                identities,
                permit.content(),
                permit.contextMessageId(),
                order.conversationId().key() + ":" + order.messageId()));
    }

    private static Optional<Duration> next(SendResult result, Instant queuedAt, Instant now) {
        boolean hopeless = queuedAt.plus(GIVE_UP_AFTER).isBefore(now);
        return switch (result) {
            case SendResult.Throttled throttled when !hopeless -> Optional.of(throttled.retryAfter());
            case SendResult.NotSent notSent when notSent.retryable() && !hopeless -> Optional.of(NEXT_TRY);
            default -> Optional.empty();
        };
    }

    private ConversationCommand outcome(
            SendTask.Order order, SendPermit permit, SendResult result, boolean again, Instant now) {
        return switch (result) {
            case SendResult.Accepted accepted ->
                new AcceptMessage(
                        order.conversationId(),
                        order.messageId(),
                        keys.message(order.conversationId().tenant(), permit.endpoint(), accepted.providerMessageId()),
                        accepted.providerMessageId(),
                        now);
            case SendResult.Refused refused -> fail(order, refused.error(), now);
            case SendResult.Unknown unknown ->
                new LoseOutcome(order.conversationId(), order.messageId(), unknown.reason(), now);
            case SendResult.Throttled throttled ->
                again
                        ? new DeferMessage(order.conversationId(), order.messageId(), "throttled", now)
                        : fail(order, new SendError(null, "throttled", null), now);
            case SendResult.NotSent notSent ->
                again
                        ? new DeferMessage(order.conversationId(), order.messageId(), notSent.reason(), now)
                        : fail(order, new SendError(null, notSent.reason(), null), now);
        };
    }

    private static FailMessage fail(SendTask.Order order, SendError error, Instant now) {
        return new FailMessage(order.conversationId(), order.messageId(), error, now);
    }
}
