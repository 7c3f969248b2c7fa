package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.Commands;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.command.conversation.Received;
import io.chatledger.command.conversation.Settlement;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.JournalledDelivery;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns statuses of messages into commands, also those of messages nobody here has heard of. */
@Component
class WhatsAppStatuses {

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OURS = Pattern.compile("(" + UUID_FORM + "):(" + UUID_FORM + ")");

    private final Commands commands;
    private final ProviderKeys keys;
    private final Settlement settlement;
    private final InstantSource clock;

    WhatsAppStatuses(Commands commands, ProviderKeys keys, Settlement settlement, InstantSource clock) {
        this.commands = commands;
        this.keys = keys;
        this.settlement = settlement;
        this.clock = clock;
    }

    DeliveryPart part(WebhookUpdate.Status status, ChannelId channel) {
        String lane = status.endpoint().id() + "/" + status.id();
        return new DeliveryPart(channel.tenant(), lane, delivery -> report(status, channel, delivery));
    }

    DeliveryPart part(WebhookUpdate.Payment payment, ChannelId channel) {
        String lane = payment.endpoint().id() + "/" + payment.id();
        TenantId tenant = channel.tenant();
        return new DeliveryPart(tenant, lane, delivery -> {
            Received received = commands.send(command(payment, channel), delivery.origin(tenant));
            return new PartResult.Used(received == Received.DUPLICATE && !delivery.again());
        });
    }

    /**
     * A status that is there already may have been brought by an earlier attempt at the same delivery, which then
     * perhaps settled nothing.
     */
    private PartResult report(WebhookUpdate.Status status, ChannelId channel, JournalledDelivery delivery) {
        ReportStatus report = command(status, channel);
        Origin origin = delivery.origin(channel.tenant());
        Received received = commands.send(report, origin);
        settlement.settle(report, status.id(), origin);
        return new PartResult.Used(received == Received.DUPLICATE && !delivery.again());
    }

    private ReportStatus command(WebhookUpdate.Status status, ChannelId channel) {
        TenantId tenant = channel.tenant();
        Optional<Matcher> ours = ours(status.callbackData());
        return new ReportStatus(
                keys.message(tenant, status.endpoint(), status.id()),
                channel,
                status.endpoint(),
                ours.map(ids -> conversation(tenant, ids)).orElse(null),
                ours.map(WhatsAppStatuses::message).orElse(null),
                status.status(),
                clock.instant());
    }

    private ReportPayment command(WebhookUpdate.Payment payment, ChannelId channel) {
        TenantId tenant = channel.tenant();
        Optional<Matcher> ours = ours(payment.callbackData());
        return new ReportPayment(
                keys.message(tenant, payment.endpoint(), payment.id()),
                channel,
                payment.endpoint(),
                ours.map(ids -> conversation(tenant, ids)).orElse(null),
                ours.map(WhatsAppStatuses::message).orElse(null),
                payment.payment(),
                clock.instant());
    }

    private static ConversationId conversation(TenantId tenant, Matcher ids) {
        return ConversationId.of(tenant, UUID.fromString(ids.group(1)));
    }

    private static MessageId message(Matcher ids) {
        return MessageId.of(UUID.fromString(ids.group(2)));
    }

    private static Optional<Matcher> ours(@Nullable String callbackData) {
        return Optional.ofNullable(callbackData).map(OURS::matcher).filter(Matcher::matches);
    }
}
