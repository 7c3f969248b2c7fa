package io.chatledger.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of blind indexes is made on the first start and is the same ever after. */
class HmacBlindIndexIT {

    private static final TenantId ACME = new TenantId("acme");

    @BeforeEach
    void beginANewInstallation() {
        JdbcClient.create(StoreDatabase.shared())
                .sql("delete from secret where tenant_id = 'platform'")
                .update();
    }

    @Test
    void givesTheSameKeyForTheSameValueAfterARestart() {
        assertThat(index().key(ACME, "email", "a@b.example")).isEqualTo(index().key(ACME, "email", "a@b.example"));
    }

    @Test
    void givesOtherKeysForOtherTenantsKindsAndValues() {
        HmacBlindIndex index = index();
        assertThat(index.key(ACME, "email", "a"))
                .isNotEqualTo(index.key(new TenantId("other"), "email", "a"))
                .isNotEqualTo(index.key(ACME, "slug", "a"))
                .isNotEqualTo(index.key(ACME, "email", "b"));
    }

    @Test
    void givesOtherKeysInAnotherInstallation() {
        HmacBlindIndex first = index();
        beginANewInstallation();
        assertThat(index().key(ACME, "email", "a")).isNotEqualTo(first.key(ACME, "email", "a"));
    }

    @Test
    void marksItsKeysAsOfOurOwnMaking() {
        assertThat(index().key(ACME, "email", "a").version()).isEqualTo(8);
        assertThat(index().key(ACME, "email", "a").variant()).isEqualTo(2);
    }

    private static HmacBlindIndex index() {
        return new HmacBlindIndex(Vaults.under(1));
    }
}
