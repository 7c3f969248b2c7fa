package io.chatledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantRoomTest {

    private static final TenantId LOUD = new TenantId("loud");
    private static final TenantId QUIET = new TenantId("quiet");
    private static final int LARGE = 3 << 20;
    private static final int HALF = 8 << 20;
    private static final int SMALL = 100;

    private final Backlog backlog = new Backlog();
    private final TenantRoom room = new TenantRoom(backlog);

    @BeforeEach
    void caughtUp() {
        backlog.caughtUp(backlog.falls());
    }

    private JournalledDelivery reserved(int size) {
        assertThat(backlog.reserve(size)).isTrue();
        return delivery(size);
    }

    private static JournalledDelivery delivery(int size) {
        return new JournalledDelivery(
                UUID.randomUUID(), "test", Instant.EPOCH, 0, 0, false, TenantId.PLATFORM, size, 1);
    }

    @Test
    void whatGoesBeyondATenantsShareWaitsAndTakesNobodysRoom() {
        assertThat(room.admit(reserved(LARGE), Set.of(LOUD))).isTrue();
        assertThat(room.admit(reserved(LARGE), Set.of(LOUD)))
                .as("half of the room is free")
                .isTrue();
        for (int further = 0; further < 50; further++) {
            assertThat(room.admit(reserved(LARGE), Set.of(LOUD))).isFalse();
        }
        assertThat(room.next()).isNull();
        assertThat(room.admit(reserved(LARGE), Set.of(QUIET))).isTrue();
    }

    @Test
    void nothingOvertakesWhatWaitsForTheSameTenant() {
        reserved(HALF);
        JournalledDelivery first = reserved(LARGE);
        JournalledDelivery second = reserved(LARGE);
        JournalledDelivery ofBoth = reserved(SMALL);
        JournalledDelivery quiet = reserved(SMALL);
        assertThat(room.admit(first, Set.of(LOUD))).isTrue();
        assertThat(room.admit(second, Set.of(LOUD))).isFalse();
        assertThat(room.admit(ofBoth, Set.of(LOUD, QUIET))).isFalse();
        assertThat(room.admit(quiet, Set.of(QUIET))).isFalse();
        room.leave(first);
        backlog.letGo(first);
        assertThat(room.next()).isEqualTo(second);
        assertThat(room.next()).isEqualTo(ofBoth);
        assertThat(room.next()).isEqualTo(quiet);
        assertThat(room.next()).isNull();
    }

    @Test
    void aLargeOneCollectsItsRoomWhileSmallOnesComeAndGo() {
        JournalledDelivery half = reserved(HALF);
        JournalledDelivery first = reserved(LARGE);
        JournalledDelivery second = reserved(LARGE);
        room.admit(first, Set.of(LOUD));
        room.admit(second, Set.of(LOUD));
        int full = backlog.free() * 1024 - 1024;
        JournalledDelivery others = reserved(full);
        room.leave(first);
        backlog.letGo(first);
        JournalledDelivery small = reserved(SMALL);
        assertThat(room.next()).isNull();
        assertThat(backlog.reserve(LARGE)).isFalse();
        backlog.letGo(small);
        assertThat(room.next()).isEqualTo(second);
        backlog.letGo(others);
        backlog.letGo(half);
    }

    @Test
    void aLargeOneBeginsHoweverManyWaitBehindIt() throws Exception {
        JournalledDelivery first = reserved(HALF);
        JournalledDelivery large = reserved(LARGE);
        assertThat(room.admit(first, Set.of(LOUD))).isTrue();
        assertThat(room.admit(large, Set.of(LOUD))).isFalse();
        letMoreWait();
        room.leave(first);
        backlog.letGo(first);
        letMoreWait();
        assertThat(backlog.reserve(SMALL))
                .as("what comes in stays in the journal")
                .isFalse();
        assertThat(room.next()).isEqualTo(large);
    }

    @Test
    void othersGoPastTenThousandThatWait() throws Exception {
        JournalledDelivery first = reserved(HALF);
        room.admit(first, Set.of(LOUD));
        room.admit(reserved(LARGE), Set.of(LOUD));
        letMoreWait();
        room.leave(first);
        backlog.letGo(first);
        for (int further = 0; further < 2_000; further++) {
            assertThat(room.admit(reserved(SMALL), Set.of(LOUD))).isFalse();
        }
        assertThat(room.admit(reserved(LARGE), Set.of(QUIET))).isTrue();
    }

    @Test
    void asManyMayWaitAgainOnceNoneWaits() throws Exception {
        room.admit(reserved(HALF), Set.of(LOUD));
        room.admit(reserved(LARGE), Set.of(LOUD));
        int waited = letMoreWait();
        room.clear();
        room.admit(reserved(LARGE), Set.of(LOUD));
        assertThat(letMoreWait()).isEqualTo(waited);
    }

    /** As the sweeper does, whenever there is room. */
    private int letMoreWait() throws InterruptedException {
        int waiting = 0;
        while (backlog.reserve(SMALL, 0)) {
            assertThat(room.admit(delivery(SMALL), Set.of(LOUD))).isFalse();
            waiting++;
        }
        return waiting;
    }

    @Test
    void allRoomIsFreeWhereNothingIsLeft() {
        reserved(HALF);
        int all = backlog.free();
        JournalledDelivery first = reserved(LARGE);
        room.admit(first, Set.of(LOUD));
        room.admit(reserved(LARGE), Set.of(LOUD));
        room.leave(first);
        backlog.letGo(first);
        assertThat(room.clear()).hasSize(1);
        assertThat(backlog.free()).isEqualTo(all);
    }
}
