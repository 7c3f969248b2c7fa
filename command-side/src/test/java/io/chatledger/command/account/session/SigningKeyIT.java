package io.chatledger.command.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.chatledger.rig.StoreDatabase;
import io.chatledger.vault.MasterKey;
import io.chatledger.vault.SecretVault;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that signs is made on the first start and is the same ever after. */
class SigningKeyIT {

    private final SecretVault vault =
            new SecretVault(StoreDatabase.shared(), MasterKey.of(new byte[32]), InstantSource.system());

    @BeforeEach
    void beginANewInstallation() {
        JdbcClient.create(StoreDatabase.shared())
                .sql("delete from secret where tenant_id = 'platform'")
                .update();
    }

    @Test
    void signsWithTheSameKeyAfterARestart() throws JOSEException {
        SigningKey first = new SigningKey(vault);
        SigningKey second = new SigningKey(vault);
        assertThat(second.pair().toRSAPrivateKey()).isEqualTo(first.pair().toRSAPrivateKey());
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
    }

    @Test
    void signsWithAnotherKeyInAnotherInstallation() {
        SigningKey first = new SigningKey(vault);
        beginANewInstallation();
        assertThat(new SigningKey(vault).publicKey()).isNotEqualTo(first.publicKey());
    }
}
