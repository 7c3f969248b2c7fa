package io.chatledger.command.deadletter;

import io.chatledger.kernel.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.chatledger.kernel.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.chatledger.kernel.deadletter.DeadLetterId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final DeadLetterId ID = DeadLetterId.of(new TenantId("shop"), new UUID(1, 2));
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final DeadLetterDiscarded DISCARDED = new DeadLetterDiscarded(
            ID, "projection.live", "contact", "contact.ContactCreated", "event", "a test's", AT);

    private FixtureConfiguration<DeadLetter> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(DeadLetter.class);
    }

    @Test
    void isDiscardedWithAReason() {
        fixture.givenNoPriorActivity().when(discard("a test's", AT)).expectEvents(DISCARDED);
    }

    @Test
    void isDiscardedOnce() {
        fixture.given(DISCARDED)
                .when(discard("another reason", AT.plusSeconds(1)))
                .expectNoEvents();
    }

    private static DiscardDeadLetter discard(String reason, Instant at) {
        return new DiscardDeadLetter(ID, "projection.live", "contact", "contact.ContactCreated", "event", reason, at);
    }
}
