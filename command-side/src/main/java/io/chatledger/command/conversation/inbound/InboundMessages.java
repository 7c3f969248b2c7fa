package io.chatledger.command.conversation.inbound;

import io.chatledger.command.Commands;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.command.conversation.Received;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.JournalledDelivery;
import io.chatledger.command.webhook.LaterBlackening;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.Occasion;
import io.chatledger.kernel.contact.ContactCommand.RecogniseSender;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.contact.PhoneNumber;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a customer's message into commands: who wrote, then what. */
@Component
public class InboundMessages {

    private static final String ERASED = "person-erased";

    private final Commands commands;
    private final ProviderKeys keys;
    private final IdentityClaims claims;
    private final WithheldMessages withheld;
    private final LaterBlackening later;
    private final InstantSource clock;

    public InboundMessages(
            Commands commands, ProviderKeys keys, IdentityClaims claims, LaterBlackening later, InstantSource clock) {
        this.commands = commands;
        this.keys = keys;
        this.claims = claims;
        this.withheld = new WithheldMessages(commands, keys, clock);
        this.later = later;
        this.clock = clock;
    }

    /** Messages of one customer keep their order. */
    public DeliveryPart part(InboundMessage message, ChannelId channel) {
        Identity sender = message.sender().getFirst();
        String name =
                sender.type() == IdentityType.phone ? new PhoneNumber(sender.value()).canonical() : sender.value();
        String lane = Lane.of(message.endpoint(), name);
        return new DeliveryPart(channel.tenant(), lane, delivery -> receive(message, channel, delivery));
    }

    private PartResult receive(InboundMessage message, ChannelId channel, JournalledDelivery delivery) {
        TenantId tenant = channel.tenant();
        Origin provider = delivery.origin(tenant);
        MessageKey key = keys.message(tenant, message.endpoint(), message.id());
        Occasion occasion = new Occasion(channel, key, message.sentAt());
        ContactId proposed = ContactId.of(tenant, UUID.randomUUID());
        ContactId contact = contact(message, proposed, occasion, delivery);
        if (contact == null) {
            later.add(delivery.id(), tenant, names(message));
            withheld.add(tenant, message.endpoint(), message.id(), delivery.id());
            return new PartResult.Ignored(ERASED);
        }
        ReceiveMessage command = new ReceiveMessage(
                ConversationId.of(channel, contact),
                key,
                MessageId.of(UUID.randomUUID()),
                channel,
                message.endpoint(),
                contact,
                message.id(),
                message.content(),
                message.contextMessageId(),
                delivery.id().toString(),
                message.sentAt(),
                clock.instant());
        Actor customer = new Actor(Actor.Type.customer, contact.key());
        Origin origin = new Origin(tenant, customer, provider.correlationId(), provider.causationId(), null);
        Received received = received(command, contact.equals(proposed), origin);
        if (received != Received.STORED) {
            commands.send(new RecogniseSender(contact, occasion, clock.instant()), provider);
        }
        return new PartResult.Used(received == Received.DUPLICATE);
    }

    private static Set<String> names(InboundMessage message) {
        return Stream.concat(message.sender().stream(), message.movedTo().stream())
                .flatMap(one -> one.spellings().stream())
                .map(Identity::asDelivered)
                .collect(Collectors.toSet());
    }

    /**
     * @param newcomer whether the contact has just been made, so that there is no conversation with it
     * @throws ConcurrencyException if the contact has just been erased, so that it has to be looked for once more
     */
    private Received received(ReceiveMessage command, boolean newcomer, Origin origin) {
        try {
            return commands.send(
                    command,
                    origin,
                    newcomer
                            ? NewStreams.expecting(
                                    command.messageKey().value(),
                                    command.conversationId().value())
                            : NewStreams.expecting(command.messageKey().value()));
        } catch (DomainProblem refused) {
            if (refused.code().equals(ERASED)) {
                throw new ConcurrencyException("The contact has been erased meanwhile.", refused);
            }
            throw refused;
        }
    }

    /** Null where the sender has been erased since. */
    private @Nullable ContactId contact(
            InboundMessage message, ContactId proposed, Occasion occasion, JournalledDelivery delivery) {
        TenantId tenant = proposed.tenant();
        List<Identity> to = message.movedTo();
        List<Identity> from = message.sender().stream()
                .filter(one -> one.identifies() && to.stream().noneMatch(one::isSameAs))
                .toList();
        Object command = to.stream().noneMatch(Identity::identifies) || from.isEmpty()
                ? new ResolveContact(
                        tenant,
                        proposed,
                        message.profileName(),
                        claims.of(tenant, message.sender()),
                        occasion,
                        delivery.arrival(),
                        clock.instant())
                : new ChangeNumber(
                        tenant,
                        proposed,
                        claims.of(tenant, from),
                        claims.of(tenant, to),
                        occasion,
                        delivery.arrival(),
                        clock.instant());
        return commands.send(command, delivery.origin(tenant), NewStreams.expecting(proposed.value()));
    }
}
