package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadModelListenersTest {

    private static final ReadModelChange CHANGE = new ReadModelChange("contact_view", "a");

    private final ReadModelListeners listeners = new ReadModelListeners();
    private final List<ReadModelChange> heard = new ArrayList<>();

    @Test
    void aTenantHearsOfItsOwnRowsAndOfNoOthers() {
        listeners.add(new TenantId("shop"), heard::add);

        listeners.tell("shop", CHANGE);
        listeners.tell("other", new ReadModelChange("contact_view", "b"));

        assertThat(heard).containsExactly(CHANGE);
    }

    @Test
    void everybodyHearsThatChangesMayHaveBeenMissed() {
        listeners.add(new TenantId("shop"), heard::add);
        listeners.add(new TenantId("other"), heard::add);

        listeners.tellAll(ReadModelChange.ANYTHING);

        assertThat(heard).containsExactly(ReadModelChange.ANYTHING, ReadModelChange.ANYTHING);
    }

    @Test
    void whoHasEndedASubscriptionHearsByTheOtherOneAlone() throws Exception {
        AutoCloseable first = listeners.add(new TenantId("shop"), heard::add);
        listeners.add(new TenantId("shop"), heard::add);
        first.close();

        listeners.tell("shop", CHANGE);

        assertThat(heard).containsExactly(CHANGE);
    }

    @Test
    void oneThatFailsKeepsNobodyElseFromHearing() {
        for (int n = 0; n < 3; n++) {
            listeners.add(new TenantId("shop"), change -> {
                throw new IllegalStateException("broken");
            });
        }
        listeners.add(new TenantId("shop"), heard::add);

        listeners.tell("shop", CHANGE);

        assertThat(heard).containsExactly(CHANGE);
    }
}
