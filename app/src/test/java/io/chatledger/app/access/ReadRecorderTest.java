package io.chatledger.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.audit.AuditEvent.PersonalDataRead;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.ReadRecords.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadRecorderTest {

    private static final Caller ANA = new Caller(
            new TenantId("acme"),
            AccountId.of(TenantId.PLATFORM, UUID.randomUUID()),
            Role.owner,
            Features.builtIn().permissions().of(Role.owner),
            UUID.randomUUID());

    private final Flaky engine = new Flaky();
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final ReadRecorder recorder =
            new ReadRecorder(new ReadWriter(store), () -> this.now, 2, Duration.ofMillis(20));
    private volatile Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @BeforeEach
    void start() {
        recorder.start();
    }

    @AfterEach
    void stop() {
        engine.lost = false;
        engine.forgetful = false;
        recorder.stop();
        store.shutDown();
    }

    @Test
    void aReadIsAnEventOfItsReader() {
        read("contact", "c1");

        PersonalDataRead event = awaitStored(1).getFirst();
        assertThat(event.kind()).isEqualTo("contact");
        assertThat(event.key()).isEqualTo("c1");
        assertThat(event.person()).isEqualTo(ANA.accountId());
        assertThat(event.readId().tenant()).isEqualTo(ANA.tenant());
    }

    @Test
    void theSameWithinFiveMinutesIsOneRead() {
        read("contact", "c1");
        now = now.plusSeconds(299);
        assertThat(recorder.unrecorded(List.of(of("contact", "c1")))).isEmpty();
        read("contact", "c1");
        read("contact", "c2");
        awaitStored(2);

        now = now.plusSeconds(1);
        assertThat(recorder.unrecorded(List.of(of("contact", "c1")))).hasSize(1);
        read("contact", "c1");
        awaitStored(3);
    }

    @Test
    void whileNothingCanBeStoredOnlySoManyReadAndTheyAreOnRecordLater() {
        engine.lost = true;
        read("contact", "c1");
        read("contact", "c2");

        assertThatThrownBy(() -> recorder.reserve(1))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("audit-unavailable"));

        engine.lost = false;
        awaitStored(2);
        await().untilAsserted(() -> read("contact", "c3"));
        awaitStored(3);
    }

    @Test
    void whatWasStoredWithoutAnAnswerIsNotStoredTwice() {
        engine.forgetful = true;
        read("contact", "c1");
        awaitStored(1);
        engine.forgetful = false;
        read("contact", "c2");

        assertThat(awaitStored(2)).extracting(PersonalDataRead::key).containsExactly("c1", "c2");
    }

    @Test
    void whatCameToNothingLeavesRoomForOthers() {
        for (int i = 0; i < 10; i++) {
            recorder.reserve(2);
            recorder.release(2);
        }
        read("contact", "c1");
        awaitStored(1);
    }

    @Test
    void whatIsWaitingIsStoredBeforeTheEnd() {
        engine.lost = true;
        read("contact", "c1");
        Thread end = Thread.ofVirtual().start(recorder::stop);
        engine.lost = false;
        await().until(() -> !end.isAlive());

        assertThat(stored()).hasSize(1);
        assertThatThrownBy(() -> recorder.reserve(1)).isInstanceOf(DomainProblem.class);
    }

    private void read(String kind, String id) {
        recorder.reserve(1);
        recorder.record(of(kind, id));
    }

    private static Read of(String kind, String id) {
        return new Read(ANA, kind, id, null, "10.0.0.1", "curl", "request-1");
    }

    private List<PersonalDataRead> awaitStored(int count) {
        await().until(() -> stored().size() == count);
        return stored();
    }

    private List<PersonalDataRead> stored() {
        return engine.readEvents(null, false)
                .map(message -> (PersonalDataRead) message.getPayload())
                .toList();
    }

    /** A store that is away for a while, or does not say what it did. */
    private static final class Flaky extends InMemoryEventStorageEngine {

        private volatile boolean lost;
        private volatile boolean forgetful;

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            if (lost) {
                throw new EventStoreException("away");
            }
            super.appendEvents(events);
            if (forgetful) {
                throw new EventStoreException("no answer");
            }
        }
    }
}
