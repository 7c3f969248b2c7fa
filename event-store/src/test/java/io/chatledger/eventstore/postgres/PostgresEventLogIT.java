package io.chatledger.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.EventUpcasters;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import io.chatledger.projection.rebuild.EventDecoder;
import io.chatledger.projection.rebuild.EventLog;
import io.chatledger.projection.rebuild.EventLog.Page;
import io.chatledger.projection.rebuild.EventLog.Pages;
import io.chatledger.projection.rebuild.EventLog.Stretch;
import io.chatledger.projection.rebuild.LoggedEvent;
import io.chatledger.projection.rebuild.MessageLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What replays read is what processors read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEventLogIT {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final int EVENTS = 3_000;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final StoreDatabase database = new StoreDatabase();
    private final StoreNode node = new StoreNode(database, false);
    private final EventLog log = new PostgresEventLog(
            database.dataSource(),
            new EventReader(database.dataSource()),
            new EventDecoder(new EventSerializer(new EventRegistry()), EventUpcasters.chain()));
    private final EventLog asProcessorsRead = new MessageLog(node.store());

    @BeforeAll
    void fill() {
        for (int first = 0; first < EVENTS; first += 500) {
            EventMessage<?>[] events = new EventMessage<?>[500];
            for (int i = 0; i < events.length; i++) {
                events[i] = message(first + i);
            }
            node.append(events);
        }
    }

    @AfterAll
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void everyEventOfAFamilyComesInItsOrder() {
        assertThat(log.head()).isEqualTo(EVENTS);
        Stretch all = new Stretch(log.beginning(), log.head(), null, Set.of(WebhookEvent.class, OfContact.class));
        assertThat(told(log, all)).hasSize(EVENTS).isEqualTo(told(asProcessorsRead, all));
    }

    @Test
    void otherFamiliesAndTenantsArePassedOver() {
        Stretch some = new Stretch(5, 2_995, OTHER, Set.of(OfContact.class));
        assertThat(told(log, some)).hasSizeGreaterThan(100).isEqualTo(told(asProcessorsRead, some));
        assertThat(told(log, some)).allMatch(line -> line.contains("other/contact"));
    }

    @Test
    void whoeverWantsNothingComesToTheEnd() {
        assertThat(told(log, new Stretch(0, EVENTS, null, Set.of()))).isEmpty();
    }

    @Test
    void aPageSaysHowFarItIs() {
        try (Pages pages = log.read(new Stretch(10, EVENTS, null, Set.of(Event.class)))) {
            long position = 10;
            for (Page page = pages.next(); page != null; page = pages.next()) {
                assertThat(page.upTo()).isGreaterThan(position);
                assertThat(page.events()).extracting(LoggedEvent::position).allSatisfy(upTo(page));
                position = page.upTo();
            }
            assertThat(position).isEqualTo(EVENTS);
        }
    }

    @Test
    void aConnectionIsOfUseAfterAWalkThatWasGivenUp() {
        for (int walk = 0; walk < 20; walk++) {
            try (Pages pages = log.read(new Stretch(0, EVENTS, null, Set.of(Event.class)))) {
                assertThat(pages.next()).isNotNull();
            }
        }
        assertThat(log.head()).isEqualTo(EVENTS);
    }

    private static ThrowingConsumer<Long> upTo(Page page) {
        return position -> assertThat(position).isLessThanOrEqualTo(page.upTo());
    }

    private static List<String> told(EventLog log, Stretch stretch) {
        List<String> told = new ArrayList<>();
        try (Pages pages = log.read(stretch)) {
            for (@Nullable Page page = pages.next(); page != null; page = pages.next()) {
                for (LoggedEvent event : page.events()) {
                    told.add(event.position() + " " + event.tenant() + " " + event.event());
                }
            }
        }
        return told;
    }

    private static EventMessage<?> message(int number) {
        TenantId tenant = number % 3 == 0 ? OTHER : ONE;
        UUID key = new UUID(7, number);
        Event event = number % 2 == 0
                ? new ProfileNameChanged(
                        ContactId.of(tenant, key), "\u00d1and\u00fa \"" + number + "\"\n\ud83d\ude00", NOON)
                : new DeliveryRepeated(DeliveryId.of(tenant, key), number, NOON);
        String stream = event instanceof ProfileNameChanged changed
                ? changed.contactId().value()
                : ((DeliveryRepeated) event).deliveryId().value();
        return new GenericDomainEventMessage<>(
                "Sample", stream, 0, event, Origin.of(tenant, Actor.SYSTEM).toMetaData());
    }
}
