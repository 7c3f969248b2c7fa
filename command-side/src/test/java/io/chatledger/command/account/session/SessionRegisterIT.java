package io.chatledger.command.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionRegisterIT {

    private static final TenantId ACME = new TenantId("acme");

    private final AccountId maria = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final SessionRegister sessions = new SessionRegister(StoreDatabase.shared(), () -> now);

    @Test
    void knowsWhoseASessionIsAndWhatTheyMayDo() {
        KnownSession opened = sessions.open(maria, ACME, Role.agent, true);
        assertThat(sessions.find(opened.id())).contains(opened);
    }

    @Test
    void endsABrowsersSessionThatNobodyUsesForTwelveHours() {
        UUID id = sessions.open(maria, ACME, Role.agent, true).id();
        pass(Duration.ofHours(12));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void keepsABrowsersSessionThatIsUsed() {
        UUID id = sessions.open(maria, ACME, Role.agent, true).id();
        for (int n = 0; n < 5; n++) {
            pass(Duration.ofHours(11));
            assertThat(sessions.find(id)).isPresent();
        }
    }

    @Test
    void endsABrowsersSessionAfterThirtyDaysHoweverMuchItIsUsed() {
        UUID id = sessions.open(maria, ACME, Role.agent, true).id();
        for (int n = 0; n < 30 * 4 - 1; n++) {
            pass(Duration.ofHours(6));
            assertThat(sessions.find(id)).isPresent();
        }
        pass(Duration.ofHours(6));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void keepsAProgramsSessionForThirtyDays() {
        UUID id = sessions.open(maria, ACME, Role.agent, false).id();
        pass(Duration.ofDays(29));
        assertThat(sessions.find(id)).isPresent();
        pass(Duration.ofDays(30));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void tellsWhichOfManyAreOpen() {
        UUID one = sessions.open(maria, ACME, Role.agent, true).id();
        UUID other = sessions.open(maria, ACME, Role.agent, true).id();
        sessions.end(one);
        assertThat(sessions.open(List.of(one, other, UUID.randomUUID()))).containsExactly(other);
    }

    @Test
    void keepsTheHundredThatWereUsedLast() {
        UUID first = sessions.open(maria, ACME, Role.agent, false).id();
        pass(Duration.ofMinutes(10));
        UUID second = sessions.open(maria, ACME, Role.agent, false).id();
        for (int n = 0; n < 99; n++) {
            pass(Duration.ofMinutes(1));
            sessions.open(maria, ACME, Role.agent, false);
        }
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isPresent();
    }

    @Test
    void removesWhatHasEndedByItself() {
        sessions.open(maria, ACME, Role.agent, true);
        pass(Duration.ofDays(400));
        assertThat(sessions.sweep()).isPositive();
        assertThat(sessions.sweep()).isZero();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
