package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.Commands;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.command.conversation.inbound.WithheldMessages;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.ContactCommand.TakeInErased;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a journalled body holds of customers, apart from what the history has of them. */
@Component
class WhatsAppTraces {

    private final Commands commands;
    private final EventStore events;
    private final ProviderKeys keys;
    private final IdentityClaims claims;
    private final InstantSource clock;

    WhatsAppTraces(
            Commands commands, EventStore events, ProviderKeys keys, IdentityClaims claims, InstantSource clock) {
        this.commands = commands;
        this.events = events;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Whether all messages are in the history, or known for having been withheld.
     *
     * @param endpoints those of the tenant; what is for others does not count
     */
    boolean areTaken(List<WebhookUpdate> updates, TenantId tenant, Predicate<Endpoint> endpoints) {
        return updates.stream().allMatch(update -> switch (update) {
            case WebhookUpdate.Message message ->
                !endpoints.test(message.endpoint())
                        || events.lastSequenceNumberFor(keys.message(tenant, message.endpoint(), message.id())
                                        .value())
                                .isPresent();
            case WebhookUpdate.Status status -> true;
            case WebhookUpdate.Payment payment -> true;
            case WebhookUpdate.Unused unused -> true;
            case WebhookUpdate.Broken broken -> true; // Nothing of it can be taken in, as it is.
        });
    }

    /** The sender has been erased since: all that is kept is that the message was there. */
    void withhold(TenantId tenant, Endpoint endpoint, String messageId, UUID delivery) {
        new WithheldMessages(commands, keys, clock).add(tenant, endpoint, messageId, delivery);
    }

    /** @return the body without what it brings of those who have been erased since it arrived */
    byte[] without(byte[] body, UUID delivery, long arrival, TenantId tenant, Predicate<Endpoint> endpoints) {
        Json json;
        try {
            json = Json.parse(body);
        } catch (JacksonException noJson) {
            return body;
        }
        Erased erased = new Erased(delivery, arrival, tenant);
        json.get("entry")
                .elements()
                .flatMap(entry -> entry.get("changes").elements())
                .map(change -> change.get("value"))
                .forEach(value -> {
                    Endpoint endpoint = WebhookBody.endpoint(value);
                    if (endpoint != null && endpoints.test(endpoint)) {
                        erased.removeFrom(value, endpoint);
                    }
                });
        return erased.found ? JsonMapper.shared().writeValueAsBytes(json.node()) : body;
    }

    private static Origin origin(TenantId tenant, UUID delivery) {
        return Origin.of(tenant, Actor.SYSTEM).correlatedWith(delivery.toString());
    }

    /** Decides once for each person that the body names. */
    private final class Erased {

        private final UUID delivery;
        private final long arrival;
        private final TenantId tenant;
        private final Map<List<Identity>, Boolean> decided = new HashMap<>();
        private boolean found;

        private Erased(UUID delivery, long arrival, TenantId tenant) {
            this.delivery = delivery;
            this.arrival = arrival;
            this.tenant = tenant;
        }

        private void removeFrom(Json value, Endpoint endpoint) {
            Contacts contacts = new Contacts(value.get("contacts"));
            remove(value.get("messages"), message -> {
                boolean gone = isErased(sender(message, contacts));
                String id = Bounded.id(message.text("id"));
                if (gone && id != null) {
                    withhold(tenant, endpoint, id, delivery);
                }
                return gone;
            });
            remove(value.get("statuses"), status -> isErased(recipient(status)));
            remove(
                    value.get("contacts"),
                    contact -> isErased(Contacts.entry(contact).identities()));
        }

        private void remove(Json list, Predicate<Json> which) {
            if (list.node() instanceof ArrayNode elements) {
                for (Iterator<JsonNode> each = elements.iterator(); each.hasNext(); ) {
                    if (which.test(new Json(each.next()))) {
                        each.remove();
                        found = true;
                    }
                }
            }
        }

        private boolean isErased(List<Identity> identities) {
            return identities.stream().anyMatch(Identity::identifies)
                    && decided.computeIfAbsent(
                            identities,
                            one -> commands.<Boolean>send(
                                    new TakeInErased(claims.of(tenant, one), arrival, clock.instant()),
                                    origin(tenant, delivery)));
        }
    }

    private static List<Identity> sender(Json message, Contacts contacts) {
        NumberChange change = new NumberChange(message);
        List<Identity> from =
                Sender.of(message, contacts).alsoKnownAs(change.from()).identities();
        return Stream.concat(from.stream(), change.to().stream()).distinct().toList();
    }

    private static List<Identity> recipient(Json status) {
        return Sender.identities(
                status.text("recipient_user_id"),
                status.text("recipient_id"),
                status.text("recipient_parent_user_id"),
                null);
    }
}
