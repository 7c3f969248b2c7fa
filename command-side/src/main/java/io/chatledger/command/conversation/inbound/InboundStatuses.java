package io.chatledger.command.conversation.inbound;

import io.chatledger.command.Commands;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.command.conversation.Received;
import io.chatledger.command.conversation.Settlement;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.JournalledDelivery;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.PaymentStatus;
import io.chatledger.kernel.conversation.ReportedStatus;
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
public class InboundStatuses {

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OURS = Pattern.compile("(" + UUID_FORM + "):(" + UUID_FORM + ")");

    private final Commands commands;
    private final ProviderKeys keys;
    private final Settlement settlement;
    private final InstantSource clock;

    InboundStatuses(Commands commands, ProviderKeys keys, Settlement settlement, InstantSource clock) {
        this.commands = commands;
        this.keys = keys;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * How far a message is.
     *
     * @param id the provider's of the message
     * @param callbackData what was sent with it; null where the provider does not give it back
     */
    public DeliveryPart part(
            Endpoint endpoint, String id, ReportedStatus status, @Nullable String callbackData, ChannelId channel) {
        TenantId tenant = channel.tenant();
        Optional<Matcher> ours = ours(callbackData);
        return new DeliveryPart(tenant, Lane.of(endpoint, id), delivery -> {
            ReportStatus report = new ReportStatus(
                    keys.message(tenant, endpoint, id),
                    channel,
                    endpoint,
                    ours.map(ids -> conversation(tenant, ids)).orElse(null),
                    ours.map(InboundStatuses::message).orElse(null),
                    status,
                    clock.instant());
            return report(report, id, delivery);
        });
    }

    /** How far the payment is that a message asked for; the rest as above. */
    public DeliveryPart part(
            Endpoint endpoint, String id, PaymentStatus payment, @Nullable String callbackData, ChannelId channel) {
        TenantId tenant = channel.tenant();
        Optional<Matcher> ours = ours(callbackData);
        return new DeliveryPart(tenant, Lane.of(endpoint, id), delivery -> {
            ReportPayment report = new ReportPayment(
                    keys.message(tenant, endpoint, id),
                    channel,
                    endpoint,
                    ours.map(ids -> conversation(tenant, ids)).orElse(null),
                    ours.map(InboundStatuses::message).orElse(null),
                    payment,
                    clock.instant());
            Received received = commands.send(report, delivery.origin(tenant));
            return used(received, delivery);
        });
    }

    /**
     * A status that is there already may have been brought by an earlier attempt at the same delivery, which then
     * perhaps settled nothing.
     */
    private PartResult report(ReportStatus report, String id, JournalledDelivery delivery) {
        Origin origin = delivery.origin(report.channelId().tenant());
        Received received = commands.send(report, origin);
        settlement.settle(report, id, origin);
        return used(received, delivery);
    }

    private static PartResult used(Received received, JournalledDelivery delivery) {
        return new PartResult.Used(received == Received.DUPLICATE && !delivery.again());
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
