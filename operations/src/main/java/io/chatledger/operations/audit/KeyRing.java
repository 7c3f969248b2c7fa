package io.chatledger.operations.audit;

import io.chatledger.eventstore.chain.CheckpointKey;
import io.chatledger.eventstore.chain.CheckpointKeys;
import io.chatledger.eventstore.chain.CheckpointSigner;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.SecretVault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys that sign checkpoints and exports, in one secret: a line for each public key, and the private one of the last.
 * So the public keys are under the master key too, and whoever can write to the database cannot put in one of his own.
 */
final class KeyRing implements CheckpointKeys {

    private static final String OWNER = "audit-checkpoints";
    private static final String NAME = "ed25519";

    private record Ring(List<CheckpointKey> keys, String privateKey) {}

    private final SecretVault vault;
    private final InstantSource clock;

    KeyRing(SecretVault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<CheckpointKey> published() {
        return ring().keys();
    }

    @Override
    public CheckpointSigner signer() {
        Ring ring = ring();
        try {
            byte[] encoded = Base64.getDecoder().decode(ring.privateKey());
            return new CheckpointSigner(
                    ring.keys().getLast(),
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key of the checkpoints cannot be read", broken);
        }
    }

    /** From now on a new key signs; the private half of the old one is forgotten. */
    synchronized CheckpointKey rotate() {
        Ring next = next(ring().keys());
        vault.put(TenantId.PLATFORM, OWNER, NAME, bytes(next));
        return next.keys().getLast();
    }

    private Ring ring() {
        return parse(vault.findOrCreate(TenantId.PLATFORM, OWNER, NAME, () -> bytes(next(List.of()))));
    }

    private Ring next(List<CheckpointKey> before) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            List<CheckpointKey> keys = new ArrayList<>(before);
            keys.add(CheckpointKey.of(pair.getPublic(), clock.instant()));
            return new Ring(
                    keys, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(Ring ring) {
        StringBuilder text = new StringBuilder();
        ring.keys()
                .forEach(key -> text.append("public ")
                        .append(key.keyId())
                        .append(' ')
                        .append(key.createdAt())
                        .append(' ')
                        .append(key.publicKey())
                        .append('\n'));
        return text.append("private ")
                .append(ring.privateKey())
                .append('\n')
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Ring parse(byte[] stored) {
        List<CheckpointKey> keys = new ArrayList<>();
        String privateKey = "";
        for (String line : new String(stored, StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split(" ");
            if (parts[0].equals("public")) {
                keys.add(new CheckpointKey(parts[1], parts[3], Instant.parse(parts[2])));
            } else {
                privateKey = parts[1];
            }
        }
        return new Ring(List.copyOf(keys), privateKey);
    }
}
