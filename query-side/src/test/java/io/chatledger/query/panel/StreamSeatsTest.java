package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.PlainTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamSeatsTest {

    private static final TenantId TENANT = new TenantId("tenant");

    private final StreamSeats seats = new StreamSeats();

    @Test
    void whoOpensOnePageMoreThanAllowedLosesTheOldest() {
        Caller ana = person(TENANT);
        List<Listener> open = open(ana, StreamSeats.OF_PERSON);

        assertThat(seats.admit(ana, new Listener(UUID.randomUUID(), PlainTopic.topics())))
                .containsExactly(open.getFirst());
        assertThat(seats.all()).hasSize(StreamSeats.OF_PERSON).doesNotContain(open.getFirst());
    }

    @Test
    void onePersonsPagesPushOutNobodyElses() {
        Listener other = open(person(TENANT), 1).getFirst();

        open(person(TENANT), 1_000);

        assertThat(seats.all()).contains(other).hasSize(1 + StreamSeats.OF_PERSON);
    }

    @Test
    void aTenantThatIsFullMakesRoomAmongItsOwn() {
        Listener others = open(person(new TenantId("other")), 1).getFirst();
        Listener oldest = open(person(TENANT), 1).getFirst();
        for (int person = 1; person < StreamSeats.OF_TENANT; person++) {
            open(person(TENANT), 1);
        }

        assertThat(seats.admit(person(TENANT), new Listener(UUID.randomUUID(), PlainTopic.topics())))
                .containsExactly(oldest);
        assertThat(seats.all()).contains(others);
    }

    @Test
    void whereAllAreFullTheLargestTenantMakesRoom() {
        Listener small = open(person(new TenantId("small")), 1).getFirst();
        for (int tenant = 0; tenant < 20; tenant++) {
            for (int person = 0; person < 100; person++) {
                open(person(new TenantId("t" + tenant)), 1);
            }
        }

        assertThat(seats.all()).hasSize(StreamSeats.OF_ALL).contains(small);
        Listener newcomer = new Listener(UUID.randomUUID(), PlainTopic.topics());
        assertThat(seats.admit(person(new TenantId("new")), newcomer))
                .hasSize(1)
                .doesNotContain(small);
        assertThat(seats.all()).contains(small, newcomer);
    }

    @Test
    void whoLeavesMakesRoom() {
        Caller ana = person(TENANT);
        List<Listener> open = open(ana, StreamSeats.OF_PERSON);
        seats.leave(open.getLast());

        assertThat(seats.admit(ana, new Listener(UUID.randomUUID(), PlainTopic.topics())))
                .isEmpty();
    }

    private List<Listener> open(Caller caller, int count) {
        List<Listener> opened = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            Listener listener = new Listener(UUID.randomUUID(), PlainTopic.topics());
            seats.admit(caller, listener);
            opened.add(listener);
        }
        return opened;
    }

    private static Caller person(TenantId tenant) {
        return Callers.of(tenant, Role.owner);
    }
}
