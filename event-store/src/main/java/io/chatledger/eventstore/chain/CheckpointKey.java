package io.chatledger.eventstore.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that checkpoints and exports are checked with. It stays published after its successor has come.
 *
 * @param keyId the first 16 hexadecimal digits of SHA-256 over the key's bytes, so that a name fits one key only
 * @param publicKey Ed25519, X.509 SubjectPublicKeyInfo in base64
 */
public record CheckpointKey(String keyId, String publicKey, Instant createdAt) {

    private static final int ID_BYTES = 8;

    public static CheckpointKey of(PublicKey key, Instant createdAt) {
        return new CheckpointKey(
                idOf(key.getEncoded()), Base64.getEncoder().encodeToString(key.getEncoded()), createdAt);
    }

    /** @throws IllegalStateException if it is no Ed25519 key */
    public PublicKey toPublicKey() {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("not an Ed25519 key: " + keyId, unusable);
        }
    }

    private static String idOf(byte[] encoded) {
        return HexFormat.of().formatHex(HashChain.sha256().digest(encoded), 0, ID_BYTES);
    }
}
