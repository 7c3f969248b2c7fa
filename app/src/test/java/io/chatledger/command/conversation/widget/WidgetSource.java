package io.chatledger.command.conversation.widget;

import io.chatledger.command.conversation.ChannelRoutes;
import io.chatledger.command.conversation.inbound.InboundMessage;
import io.chatledger.command.conversation.inbound.InboundMessages;
import io.chatledger.command.conversation.inbound.InboundStatuses;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.WebhookSource;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.ReportedStatus;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the widget reports: what visitors write, and that they have seen what was written to them. */
@Component
@Profile("widget")
class WidgetSource implements WebhookSource {

    private final ChannelRoutes routes;
    private final InboundMessages messages;
    private final InboundStatuses statuses;

    WidgetSource(ChannelRoutes routes, InboundMessages messages, InboundStatuses statuses) {
        this.routes = routes;
        this.messages = messages;
        this.statuses = statuses;
    }

    /**
     * @param page which endpoint it is
     * @param visitor who writes; null in a report
     * @param seen what was sent with the message that they have seen; null for a message of theirs
     */
    record Report(
            String page,
            String id,
            Instant at,
            @Nullable String visitor,
            @Nullable String name,
            @Nullable String text,
            @Nullable String seen) {}

    @Override
    public String name() {
        return Widget.PROVIDER.name();
    }

    @Override
    public List<DeliveryPart> interpret(byte[] body) {
        Report report = JsonMapper.shared().readValue(body, Report.class);
        Optional<ChannelId> channel = routes.byEndpoint(Widget.at(report.page()));
        return List.of(channel.map(found -> part(report, found))
                .orElseGet(() -> DeliveryPart.failed(TenantId.PLATFORM, "unknown-channel")));
    }

    private DeliveryPart part(Report report, ChannelId channel) {
        if (report.seen() != null) {
            ReportedStatus read = new ReportedStatus("read", report.at(), null, null, null);
            return statuses.part(Widget.at(report.page()), report.id(), read, report.seen(), channel);
        }
        return messages.part(
                new InboundMessage(
                        Widget.at(report.page()),
                        report.id(),
                        report.at(),
                        List.of(Widget.visitor(String.valueOf(report.visitor()))),
                        List.of(),
                        report.name(),
                        MessageContent.ofText(String.valueOf(report.text())),
                        null),
                channel);
    }
}
