package io.chatledger.lab.bench;

import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageIdentified;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.conversation.ReportedStatus;
import io.chatledger.kernel.request.RequestEvent.RequestCompleted;
import io.chatledger.kernel.request.RequestId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One shop's customers. */
final class SampleShop {

    private static final int NEW_CUSTOMER_PERCENT = 12;
    private static final List<String> WORDS = List.of(
            "Hola, \u00bftienen hora para ma\u00f1ana por la tarde?",
            "S\u00ed, claro: a las 16:30 o a las 18:00. \u00bfCu\u00e1l le acomoda?",
            "La de las 18:00, por favor. \u00a1Muchas gracias! \ud83d\ude4f",
            "Su hora qued\u00f3 reservada. Le esperamos en \"Av. Providencia 1234\", piso 5.",
            "\u00bfCu\u00e1nto cuesta el servicio completo con despacho a domicilio?");

    private final SampleBusiness business;
    private final TenantId tenant;
    private final ChannelId channel;
    private final Endpoint endpoint;
    private final List<Chat> chats = new ArrayList<>();

    private static final class Chat {
        final ConversationId id;
        final ContactId contact;
        long messages;

        Chat(ConversationId id, ContactId contact) {
            this.id = id;
            this.contact = contact;
        }
    }

    SampleShop(TenantId tenant, SampleBusiness business) {
        this.tenant = tenant;
        this.business = business;
        this.channel = ChannelId.of(tenant, business.id());
        String number = "9002" + Math.abs(tenant.hashCode() % 100_000);
        this.endpoint = new Endpoint(Provider.CLOUD_API, number);
        ChannelConnected connected = new ChannelConnected(
                channel,
                ClaimId.of(TenantId.PLATFORM, RouteClaimed.endpoints(Provider.CLOUD_API), business.id()),
                endpoint,
                "Ventas",
                "waba-" + number,
                "+56 9 " + number,
                business.now());
        business.happens(channel, "Channel", connected);
    }

    void goOn() {
        if (chats.isEmpty() || business.chance(50)) {
            receive();
        } else {
            answer(business.oneOf(chats));
        }
    }

    private void receive() {
        DeliveryId delivery = DeliveryId.of(tenant, business.id());
        delivered(delivery);
        Chat chat = chats.isEmpty() || business.chance(NEW_CUSTOMER_PERCENT) ? newCustomer() : business.oneOf(chats);
        MessageKey key = MessageKey.of(tenant, business.id());
        MessageId message = MessageId.of(business.id());
        business.happens(
                key, "ProviderMessage", new MessageIdentified(key, chat.id, message, delivery.key(), business.now()));
        business.happens(
                chat.id,
                "Conversation",
                new MessageReceived(
                        chat.id,
                        message,
                        channel,
                        endpoint,
                        chat.contact,
                        "wamid." + key.key(),
                        MessageContent.ofText(business.oneOf(WORDS)),
                        null,
                        ++chat.messages,
                        business.now().truncatedTo(ChronoUnit.SECONDS),
                        business.now()));
        processed(delivery);
    }

    private Chat newCustomer() {
        Chat chat = new Chat(ConversationId.of(tenant, business.id()), ContactId.of(tenant, business.id()));
        chats.add(chat);
        Identity phone = new Identity(IdentityType.phone, "569" + Math.abs(chat.id.hashCode()));
        ClaimId claim = ClaimId.of(tenant, IdentityClaimed.IDENTITY, business.id());
        business.happens(claim, "Claim", new IdentityClaimed(claim, chat.contact, business.now()));
        business.happens(
                chat.contact, "Contact", new ContactCreated(chat.contact, "Mar\u00eda Jos\u00e9", business.now()));
        business.happens(chat.contact, "Contact", new IdentityLinked(chat.contact, phone, business.now()));
        business.happens(
                chat.id,
                "Conversation",
                new ConversationOpened(chat.id, channel, endpoint, chat.contact, business.now()));
        return chat;
    }

    private void answer(Chat chat) {
        MessageId message = MessageId.of(business.id());
        String agent = tenant.value() + "-agent";
        if (business.chance(10)) {
            business.happens(chat.id, "Conversation", new TakenOver(chat.id, agent, chat.messages, business.now()));
            business.happens(chat.id, "Conversation", new ConversationRead(chat.id, business.now()));
        }
        RequestId request = RequestId.of(tenant, business.id());
        business.happens(
                request,
                "Request",
                new RequestCompleted(request, "f".repeat(64), "{\"id\":\"" + message + "\"}", business.now()));
        business.happens(
                chat.id,
                "Conversation",
                new MessageQueued(
                        chat.id,
                        message,
                        channel,
                        endpoint,
                        chat.contact,
                        MessageContent.ofText(business.oneOf(WORDS)),
                        null,
                        new Author(Author.Type.agent, agent),
                        ++chat.messages,
                        business.now()));
        business.happens(chat.id, "Conversation", new SendingStarted(chat.id, message, business.now()));
        MessageKey key = MessageKey.of(tenant, business.id());
        business.happens(
                chat.id,
                "Conversation",
                new MessageAccepted(chat.id, message, chat.contact, key, "wamid." + key.key(), business.now()));
        List.of("sent", "delivered", "read").forEach(status -> report(chat, key, message, status));
    }

    private void report(Chat chat, MessageKey key, MessageId message, String status) {
        DeliveryId delivery = DeliveryId.of(tenant, business.id());
        delivered(delivery);
        ReportedStatus report = new ReportedStatus(
                status,
                business.now().truncatedTo(ChronoUnit.SECONDS),
                null,
                Map.of("billable", true, "category", "service"),
                null);
        business.happens(
                key,
                "MessageStatus",
                new StatusReported(key, channel, endpoint, chat.id, message, report, business.now()));
        processed(delivery);
    }

    private void delivered(DeliveryId delivery) {
        business.happens(
                delivery, "Delivery", new DeliveryReceived(delivery, "whatsapp", business.now(), business.now()));
    }

    private void processed(DeliveryId delivery) {
        business.happens(delivery, "Delivery", new DeliveryProcessed(delivery, 1, null, 0, business.now()));
    }
}
