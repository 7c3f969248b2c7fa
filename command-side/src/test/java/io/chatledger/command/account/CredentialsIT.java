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
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class CredentialsIT {

    private static final SessionRegister SESSIONS = new SessionRegister(StoreDatabase.shared(), InstantSource.system());

    private final Credentials credentials = new Credentials(StoreDatabase.shared(), SESSIONS, InstantSource.system());
    private final AccountId maria = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());

    private boolean matches(@Nullable AccountId account, String password) {
        return credentials.matches(account, password, false, () -> {});
    }

    private void set(String password) {
        credentials.set(maria, password);
    }

    private String hash() {
        return JdbcClient.create(StoreDatabase.shared())
                .sql("select password_hash from credential where account_id = ?")
                .param(maria.key())
                .query(String.class)
                .single();
    }

    private void keep(String hash) {
        JdbcClient.create(StoreDatabase.shared())
                .sql("update credential set password_hash = ? where account_id = ?")
                .params(hash, maria.key())
                .update();
    }

    @Test
    void endsTheSessionsOfWhoeverGetsANewPassword() {
        set("correct horse");
        UUID session =
                SESSIONS.open(maria, new TenantId("acme"), Role.agent, true).id();
        set("battery staple");
        assertThat(SESSIONS.find(session)).isEmpty();
    }

    @Test
    void knowsThePasswordAndNoOther() {
        set("correct horse");
        assertThat(matches(maria, "correct horse")).isTrue();
        assertThat(matches(maria, "correct horse ")).isFalse();
    }

    @Test
    void keepsAnArgon2idHashOnly() {
        set("correct horse");
        assertThat(hash()).startsWith("$argon2id$").doesNotContain("horse");
    }

    @Test
    void strengthensAFormerHashAtTheNextLogin() {
        set("correct horse");
        String former = String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode("correct horse"));
        keep(former);
        UUID session =
                SESSIONS.open(maria, new TenantId("acme"), Role.agent, true).id();

        assertThat(matches(maria, "wrong horse")).isFalse();
        assertThat(hash()).isEqualTo(former);
        assertThat(matches(maria, "correct horse")).isTrue();

        assertThat(hash()).contains("m=19456,t=2,p=1");
        assertThat(matches(maria, "correct horse")).isTrue();
        assertThat(SESSIONS.find(session)).isPresent();
    }

    @Test
    void replacesAPassword() {
        set("correct horse");
        set("battery staple");
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
        set("correct horse");
        credentials.forget(maria);
        assertThat(matches(maria, "correct horse")).isFalse();
    }

    @Test
    void takesEverybodyInTurn() throws Exception {
        set("correct horse");
        assertThat(CommandSide.atOnce(12, n -> matches(maria, "correct horse"))).containsOnly(true);
    }
}
