package io.chatledger.command.account.session;

import com.nimbusds.jose.jwk.RSAKey;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.SecretVault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.springframework.stereotype.Component;

/** The RSA key that signs access tokens; made on first start and the same on all nodes. */
@Component
public class SigningKey {

    private static final int BITS = 2048;

    private final RSAPublicKey publicKey;
    private final RSAPrivateCrtKey privateKey;

    SigningKey(SecretVault vault) {
        byte[] stored = vault.findOrCreate(TenantId.PLATFORM, "access-tokens", "rsa", SigningKey::generate);
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            privateKey = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(stored));
            publicKey = (RSAPublicKey)
                    keys.generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key cannot be read", broken);
        }
    }

    public RSAPublicKey publicKey() {
        return publicKey;
    }

    public RSAKey pair() {
        return new RSAKey.Builder(publicKey).privateKey(privateKey).build();
    }

    private static byte[] generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
