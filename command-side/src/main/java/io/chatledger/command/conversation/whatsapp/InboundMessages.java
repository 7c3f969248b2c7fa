package io.chatledger.command.conversation.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.command.Commands;
import io.chatledger.command.IdentityClaims;
import io.chatledger.command.NewStreams;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.command.conversation.Received;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.JournalledDelivery;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns a customer's message into commands: who wrote, then what. */
@Component
class InboundMessages {

    private final Commands commands;
    private final ProviderKeys keys;
    private final IdentityClaims claims;
    private final InstantSource clock;

    InboundMessages(Commands commands, ProviderKeys keys, IdentityClaims claims, InstantSource clock) {
        this.commands = commands;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
    }

    /** Messages of one customer keep their order. */
    DeliveryPart part(WebhookUpdate.Message message, ChannelId channel) {
        String lane =
                message.phoneNumberId() + "/" + message.sender().getFirst().value();
        return new DeliveryPart(channel.tenant(), lane, delivery -> receive(message, channel, delivery));
    }

    private PartResult receive(WebhookUpdate.Message message, ChannelId channel, JournalledDelivery delivery) {
        TenantId tenant = channel.tenant();
        Origin provider = delivery.origin(tenant);
        ContactId contact = contact(message, tenant, provider);
        ReceiveMessage command = new ReceiveMessage(
                conversation(channel, contact),
                keys.message(tenant, message.phoneNumberId(), message.id()),
                MessageId.of(UUID.randomUUID()),
                channel,
                message.phoneNumberId(),
                contact,
                message.id(),
                message.content(),
                message.contextMessageId(),
                delivery.id().toString(),
                message.sentAt(),
                clock.instant());
        Actor customer = new Actor(Actor.Type.customer, contact.key());
        Received received = commands.send(
                command,
                new Origin(tenant, customer, provider.correlationId(), provider.causationId(), null),
                NewStreams.expecting(command.messageKey()));
        return new PartResult.Used(received == Received.DUPLICATE);
    }

    private ContactId contact(WebhookUpdate.Message message, TenantId tenant, Origin origin) {
        ContactId proposed = ContactId.of(tenant, UUID.randomUUID());
        List<Identity> to = message.movedTo();
        List<Identity> from = message.sender().stream()
                .filter(one -> one.identifies() && to.stream().noneMatch(one::isSameAs))
                .toList();
        Object command = to.stream().noneMatch(Identity::identifies) || from.isEmpty()
                ? new ResolveContact(
                        tenant, proposed, message.profileName(), claims.of(tenant, message.sender()), clock.instant())
                : new ChangeNumber(tenant, proposed, claims.of(tenant, from), claims.of(tenant, to), clock.instant());
        return commands.send(command, origin, NewStreams.expecting(proposed));
    }

    /** One conversation for one contact on one channel. */
    private static ConversationId conversation(ChannelId channel, ContactId contact) {
        byte[] name = (channel + "/" + contact).getBytes(UTF_8);
        return ConversationId.of(channel.tenant(), UUID.nameUUIDFromBytes(name));
    }
}
