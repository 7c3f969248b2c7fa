package io.chatledger.projection;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.audit.AuditEvent.PersonalDataRead;
import io.chatledger.kernel.audit.ReadId;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisplaced;
import io.chatledger.kernel.channel.ChannelEvent.ChannelProved;
import io.chatledger.kernel.channel.ChannelEvent.NumberTakenBack;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.Topic;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.Plan;
import io.chatledger.kernel.tenant.TenantEvent.RetentionSet;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A busy day of two tenants: the same seed always gives the same events, every kind of them. */
public final class SampleHistory {

    public static final List<TenantId> TENANTS = List.of(new TenantId("shop-a"), new TenantId("shop-b"));

    private static final List<String> TEXTS =
            List.of("Hola, ¿tienen hora?", "añejo \u0000 nul", "👩‍🔧".repeat(60), "half \ud83d", "", "Ünïcödé");
    private static final List<String> STATUSES = List.of("sent", "delivered", "read", "failed", "played", "teleported");

    private static final List<String> TYPES = List.of("text", "text", "reaction", "system", "revoke", "edit");

    private final Random random;
    private final List<Fact> facts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00.123456789Z");

    private SampleHistory(long seed) {
        this.random = new Random(seed);
    }

    public static List<Fact> of(long seed, int size) {
        SampleHistory history = new SampleHistory(seed);
        TENANTS.forEach(history::begin);
        while (history.facts.size() < size) {
            history.goOn();
        }
        return List.copyOf(history.facts.subList(0, size));
    }

    private void begin(TenantId tenant) {
        SampleConversation first = new SampleConversation(tenant, 0);
        add(
                tenant,
                new TenantRegistered(tenant, "Ñandú", tenant.value(), Plan.free, "America/Santiago", "CLP", "es", now));
        add(
                tenant,
                new ChannelConnected(
                        first.channel(),
                        new ClaimId(first.channel().value()),
                        SampleConversation.ENDPOINT,
                        "Shop",
                        "200",
                        "+56 9",
                        now));
        add(tenant, new RetentionSet(tenant, 30, null, now));
        add(
                tenant,
                new PersonalDataRead(
                        ReadId.of(tenant, new UUID(8, 1)),
                        AccountId.of(tenant, new UUID(8, 2)),
                        "contacts",
                        null,
                        null,
                        null,
                        null,
                        now));
        for (int number = 0; number < 4; number++) {
            SampleConversation one = new SampleConversation(tenant, number);
            add(tenant, new ContactCreated(one.contact(), number == 3 ? null : "José " + number, now));
            add(
                    tenant,
                    new IdentityLinked(one.contact(), new Identity(IdentityType.phone, "5690000000" + number), now));
            add(tenant, one.opened(now));
        }
    }

    private void goOn() {
        now = now.plusNanos(random.nextLong(90_000_000_000L));
        TenantId tenant = TENANTS.get(random.nextInt(2));
        SampleConversation one = new SampleConversation(tenant, random.nextInt(4));
        int message = random.nextInt(12);
        add(
                tenant,
                switch (random.nextInt(5)) {
                    case 0 -> talk(one, message);
                    case 1 -> send(one, message);
                    case 2 -> handle(one);
                    case 3 ->
                        switch (random.nextInt(4)) {
                            case 0 -> contact(one);
                            case 1 -> one.reported(message, pick(STATUSES), now);
                            default -> one.status(message, pick(STATUSES), second(), pricing(), now);
                        };
                    default -> delivery(tenant);
                });
    }

    private Event talk(SampleConversation one, int message) {
        MessageContent content = random.nextBoolean()
                ? new MessageContent(pick(TYPES), pick(TEXTS), null, null, null, null)
                : new MessageContent(
                        "location",
                        null,
                        null,
                        new MessageContent.Location(-33.4, 1e-7, null, null, null),
                        null,
                        Map.of("z", 1, "a", List.of("\u0000", 1e10)));
        return one.received(message, content, second(), now);
    }

    private Event send(SampleConversation one, int message) {
        return switch (random.nextInt(7)) {
            case 0 -> one.sending(message, now);
            case 1 -> one.accepted(message, now);
            case 2 -> one.failed(message, now);
            case 3 -> one.lost(message, now);
            case 4 -> one.deferred(message, now);
            default -> one.queued(message, pick(TEXTS), pick(List.of(Author.Type.values())), now);
        };
    }

    private Event handle(SampleConversation one) {
        return switch (random.nextInt(9)) {
            case 0 -> one.takenOver("ana", random.nextInt(9), now);
            case 1 -> one.released(random.nextInt(9), now);
            case 2 -> one.assigned("bea", now);
            case 3 -> one.closed(now);
            case 4 -> one.reopened(now);
            case 5 -> one.archived(now);
            case 6 -> one.about(Topic.sale, now);
            case 7 -> one.noted(pick(TEXTS), now);
            default -> one.read(now);
        };
    }

    private Event contact(SampleConversation one) {
        Identity identity = new Identity(pick(List.of(IdentityType.values())), "id" + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> new ProfileNameChanged(one.contact(), pick(TEXTS), now);
            case 1 -> new IdentityUnlinked(one.contact(), identity, now);
            case 2 -> channel(one);
            default -> new IdentityLinked(one.contact(), identity, now);
        };
    }

    private Event channel(SampleConversation one) {
        return switch (random.nextInt(4)) {
            case 0 -> new ChannelProved(one.channel(), now);
            case 1 -> new ChannelDisplaced(one.channel(), now);
            case 2 -> new NumberTakenBack(one.channel(), now);
            default -> new ChannelDisconnected(one.channel(), now);
        };
    }

    private Event delivery(TenantId tenant) {
        DeliveryId id = DeliveryId.of(tenant, new UUID(7, random.nextInt(20)));
        return switch (random.nextInt(5)) {
            case 0 -> new DeliveryProcessed(id, 1 + random.nextInt(3), null, random.nextInt(3), now);
            case 1 -> new DeliveryIgnored(id, 1, "unknown-number", now);
            case 2 -> new DeliveryFailed(id, 1, "bad \u0000 body", now);
            case 3 -> new DeliveryRepeated(id, 1 + random.nextInt(3), now);
            default -> new DeliveryReceived(id, "whatsapp", now, now);
        };
    }

    private Map<String, Object> pricing() {
        return Map.of("billable", true, "rate", random.nextInt(3) * 1e10, "model", "PMP");
    }

    private Instant second() {
        return Instant.ofEpochSecond(now.getEpochSecond() + 20 - random.nextInt(120));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(TenantId tenant, Event event) {
        facts.add(new Fact(tenant, event, facts.size() + 1L));
    }
}
