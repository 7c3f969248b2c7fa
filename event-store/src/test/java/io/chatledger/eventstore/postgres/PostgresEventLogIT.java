package io.chatledger.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventLog.Page;
import io.chatledger.eventstore.EventLog.Pages;
import io.chatledger.eventstore.EventLog.Stretch;
import io.chatledger.eventstore.EventNames;
import io.chatledger.eventstore.Language;
import io.chatledger.eventstore.LoggedEvent;
import io.chatledger.eventstore.MessageLog;
import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.eventstore.Tallies;
import io.chatledger.eventstore.TallyEvent;
import io.chatledger.eventstore.TallyEvent.BellRung;
import io.chatledger.eventstore.TallyEvent.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowingConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What rebuilds read is what processors read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEventLogIT {

    private static final String OTHER = "o'ther";
    private static final int EVENTS = 3_000;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, false);
    private final EventLog log = node.store().log(EventNames.by(Language.today().events()));
    private final EventLog asProcessorsRead = new MessageLog(node.store(), Tallies::tenantOf);

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
        Stretch all = new Stretch(log.beginning(), log.head(), null, Set.of(Counted.class, BellRung.class));
        assertThat(told(log, all)).hasSize(EVENTS).isEqualTo(told(asProcessorsRead, all));
    }

    @Test
    void otherFamiliesAndTenantsArePassedOver() {
        Stretch some = new Stretch(5, 2_995, OTHER, Set.of(Counted.class));
        assertThat(told(log, some)).hasSizeGreaterThan(100).isEqualTo(told(asProcessorsRead, some));
        assertThat(told(log, some)).allMatch(line -> line.contains(OTHER + "/tally"));
    }

    @Test
    void whoeverWantsNothingComesToTheEnd() {
        assertThat(told(log, new Stretch(0, EVENTS, null, Set.of()))).isEmpty();
    }

    @Test
    void aPageSaysHowFarItIs() {
        try (Pages pages = log.read(new Stretch(10, EVENTS, null, Set.of(TallyEvent.class)))) {
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
            try (Pages pages = log.read(new Stretch(0, EVENTS, null, Set.of(TallyEvent.class)))) {
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
                    told.add(event.position() + " " + event.tenant() + " " + event.payload());
                }
            }
        }
        return told;
    }

    private static EventMessage<?> message(int number) {
        String stream = (number % 3 == 0 ? OTHER : "one") + "/tally/" + number;
        TallyEvent event = number % 2 == 0
                ? new Counted(stream, number, "\u00d1and\u00fa \"" + number + "\"\n\ud83d\ude00", NOON)
                : new BellRung("at " + number, NOON);
        return new GenericDomainEventMessage<>("Sample", stream, 0, event);
    }
}
