package io.chatledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.Parallel;
import io.chatledger.rig.StoreDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretVaultIT {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final JdbcClient jdbc = JdbcClient.create(StoreDatabase.shared());
    private final SecretVault vault = Vaults.under(1);
    private final String owner = UUID.randomUUID().toString();

    @Test
    void givesBackWhatItWasGiven() {
        vault.put(ACME, owner, "token", bytes("open sesame"));
        assertThat(vault.find(ACME, owner, "token")).contains(bytes("open sesame"));
    }

    @Test
    void keepsAnEmptySecret() {
        vault.put(ACME, owner, "token", new byte[0]);
        assertThat(vault.find(ACME, owner, "token")).contains(new byte[0]);
    }

    @Test
    void writesNothingThatCanBeRead() {
        vault.put(ACME, owner, "token", bytes("open sesame"));
        assertThat(new String(stored("token"), UTF_8)).doesNotContain("open").doesNotContain("sesame");
    }

    @Test
    void writesTheSameSecretDifferentlyEachTime() {
        vault.put(ACME, owner, "one", bytes("open sesame"));
        vault.put(ACME, owner, "two", bytes("open sesame"));
        assertThat(stored("one")).isNotEqualTo(stored("two"));
    }

    @Test
    void replacesASecret() {
        vault.put(ACME, owner, "token", bytes("old"));
        vault.put(ACME, owner, "token", bytes("new"));
        assertThat(vault.find(ACME, owner, "token")).contains(bytes("new"));
    }

    @Test
    void forgetsASecret() {
        vault.put(ACME, owner, "token", bytes("old"));
        vault.remove(ACME, owner, "token");
        assertThat(vault.find(ACME, owner, "token")).isEmpty();
    }

    @Test
    void keepsTenantsOwnersAndNamesApart() {
        vault.put(ACME, owner, "token", bytes("mine"));
        assertThat(vault.find(OTHER, owner, "token")).isEmpty();
        assertThat(vault.find(ACME, owner + "1", "token")).isEmpty();
        assertThat(vault.find(ACME, owner, "key")).isEmpty();
    }

    @Test
    void cannotBeReadUnderAnotherMasterKey() {
        vault.put(ACME, owner, "token", bytes("open sesame"));
        assertThatThrownBy(() -> Vaults.under(2).find(ACME, owner, "token"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key");
    }

    @Test
    void cannotBeReadFromAnotherPlace() {
        vault.put(ACME, owner, "token", bytes("open sesame"));
        jdbc.sql("update secret set tenant_id = 'other' where owner_id = ?")
                .param(owner)
                .update();
        assertThatThrownBy(() -> vault.find(OTHER, owner, "token")).isInstanceOf(IllegalStateException.class);
        jdbc.sql("update secret set tenant_id = 'acme', name = 'key' where owner_id = ?")
                .param(owner)
                .update();
        assertThatThrownBy(() -> vault.find(ACME, owner, "key")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesAChangedBit() {
        vault.put(ACME, owner, "token", bytes("open sesame"));
        byte[] changed = stored("token");
        changed[changed.length - 1] ^= 1;
        jdbc.sql("update secret set ciphertext = ? where owner_id = ?")
                .params(changed, owner)
                .update();
        assertThatThrownBy(() -> vault.find(ACME, owner, "token")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesASecretOnceForAllWhoWantItAtOnce() throws Exception {
        Supplier<byte[]> fresh = () -> bytes(UUID.randomUUID().toString());
        List<String> found =
                Parallel.times(8, n -> new String(Vaults.under(1).findOrCreate(ACME, owner, "key", fresh), UTF_8));
        assertThat(new HashSet<>(found)).hasSize(1);
    }

    private byte[] stored(String name) {
        return jdbc.sql("select ciphertext from secret where owner_id = ? and name = ?")
                .params(owner, name)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
