package io.chatledger.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CredentialsIT {

    private static final SessionRegister SESSIONS = new SessionRegister(StoreDatabase.shared(), InstantSource.system());

    private final Credentials credentials = new Credentials(StoreDatabase.shared(), SESSIONS, InstantSource.system());
    private final AccountId maria = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());

    private boolean matches(@Nullable AccountId account, String password) {
        return credentials.matches(account, password, false, () -> {});
    }

    @Test
    void endsTheSessionsOfWhoeverGetsANewPassword() {
        credentials.set(maria, "correct horse");
        UUID session =
                SESSIONS.open(maria, new TenantId("acme"), Role.agent, true).id();
        credentials.set(maria, "battery staple");
        assertThat(SESSIONS.find(session)).isEmpty();
    }

    @Test
    void knowsThePasswordAndNoOther() {
        credentials.set(maria, "correct horse");
        assertThat(matches(maria, "correct horse")).isTrue();
        assertThat(matches(maria, "correct horse ")).isFalse();
    }

    @Test
    void keepsAnArgon2idHashOnly() {
        credentials.set(maria, "correct horse");
        assertThat(JdbcClient.create(StoreDatabase.shared())
                        .sql("select password_hash from credential where account_id = ?")
                        .param(maria.key())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$")
                .doesNotContain("horse");
    }

    @Test
    void replacesAPassword() {
        credentials.set(maria, "correct horse");
        credentials.set(maria, "battery staple");
        assertThat(matches(maria, "correct horse")).isFalse();
        assertThat(matches(maria, "battery staple")).isTrue();
    }

    @Test
    void letsNobodyInByThePasswordOfNobody() {
        assertThat(matches(null, "nobody has this password")).isFalse();
        assertThat(matches(maria, "nobody has this password")).isFalse();
    }

    @Test
    void letsNobodyInWhoseCredentialsAreGone() {
        credentials.set(maria, "correct horse");
        credentials.forget(maria);
        assertThat(matches(maria, "correct horse")).isFalse();
    }

    @Test
    void takesEverybodyInTurn() throws Exception {
        credentials.set(maria, "correct horse");
        assertThat(CommandSide.atOnce(12, n -> matches(maria, "correct horse"))).containsOnly(true);
    }
}
