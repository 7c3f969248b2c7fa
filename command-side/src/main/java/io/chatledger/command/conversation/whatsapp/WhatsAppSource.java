package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.ChannelRoutes;
import io.chatledger.command.conversation.inbound.InboundMessages;
import io.chatledger.command.conversation.inbound.InboundStatuses;
import io.chatledger.command.conversation.inbound.WhileItsOwn;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.WebhookSource;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WhatsApp's webhooks: finds the tenant of each update and has it turned into commands. */
@Component
class WhatsAppSource implements WebhookSource {

    static final String NAME = "whatsapp";

    private final ChannelRoutes routes;
    private final InboundMessages messages;
    private final InboundStatuses statuses;
    private final WhatsAppTraces traces;

    WhatsAppSource(ChannelRoutes routes, InboundMessages messages, InboundStatuses statuses, WhatsAppTraces traces) {
        this.routes = routes;
        this.messages = messages;
        this.statuses = statuses;
        this.traces = traces;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<DeliveryPart> interpret(byte[] body) {
        Map<Endpoint, Optional<ChannelId>> known = new HashMap<>();
        return WebhookBody.updates(body).stream()
                .map(update -> part(update, known))
                .toList();
    }

    /** A change names the number that it is for. */
    @Override
    public Optional<Set<TenantId>> owners(JsonNode node) {
        JsonNode number = node.path("value").path("metadata").path("phone_number_id");
        return number.isValueNode()
                ? Optional.of(routes.everOf(new Endpoint(Provider.CLOUD_API, number.asString())))
                : Optional.empty();
    }

    @Override
    public boolean isTaken(byte[] body, TenantId tenant) {
        return traces.areTaken(WebhookBody.updates(body), tenant, endpointsOf(tenant));
    }

    @Override
    public byte[] withhold(byte[] body, UUID delivery, long arrival, TenantId tenant) {
        return traces.without(body, delivery, arrival, tenant, endpointsOf(tenant));
    }

    private Predicate<Endpoint> endpointsOf(TenantId tenant) {
        return endpoint -> routes.everOf(endpoint).contains(tenant);
    }

    private DeliveryPart part(WebhookUpdate update, Map<Endpoint, Optional<ChannelId>> known) {
        Optional<ChannelId> channel = number(update.endpoint(), known);
        return switch (update) {
            case WebhookUpdate.Message message -> routed(message, channel, to -> messages.part(message.inbound(), to));
            case WebhookUpdate.Status status -> routed(status, channel, to -> part(status, to));
            case WebhookUpdate.Payment payment -> routed(payment, channel, to -> part(payment, to));
            case WebhookUpdate.Unused unused -> DeliveryPart.ignored(tenant(unused, channel), unused.reason());
            case WebhookUpdate.Broken broken -> DeliveryPart.failed(tenant(broken, channel), broken.reason());
        };
    }

    private DeliveryPart routed(
            WebhookUpdate update, Optional<ChannelId> channel, Function<ChannelId, DeliveryPart> part) {
        Endpoint endpoint = update.endpoint();
        return endpoint == null || channel.isEmpty()
                ? unknown(update)
                : new WhileItsOwn(routes).part(endpoint, channel.get(), part.apply(channel.get()));
    }

    private DeliveryPart part(WebhookUpdate.Status status, ChannelId channel) {
        return statuses.part(status.endpoint(), status.id(), status.status(), status.callbackData(), channel);
    }

    private DeliveryPart part(WebhookUpdate.Payment payment, ChannelId channel) {
        return statuses.part(payment.endpoint(), payment.id(), payment.payment(), payment.callbackData(), channel);
    }

    private Optional<ChannelId> number(@Nullable Endpoint endpoint, Map<Endpoint, Optional<ChannelId>> known) {
        return endpoint == null ? Optional.empty() : known.computeIfAbsent(endpoint, routes::byEndpoint);
    }

    private TenantId tenant(WebhookUpdate update, Optional<ChannelId> channel) {
        String wabaId = update.wabaId();
        return channel.or(() -> wabaId == null ? Optional.empty() : routes.byAccount(Provider.CLOUD_API, wabaId))
                .map(ChannelId::tenant)
                .orElse(TenantId.PLATFORM);
    }

    private static DeliveryPart unknown(WebhookUpdate update) {
        Endpoint endpoint = update.endpoint();
        String number = Bounded.name(endpoint == null ? "null" : endpoint.id());
        return DeliveryPart.failed(TenantId.PLATFORM, "unknown-channel: no channel has the phone_number_id " + number);
    }
}
