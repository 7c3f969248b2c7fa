package io.chatledger.eventstore.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A signed statement: up to this position a tenant has so many events, and its chain ends in this hash.
 *
 * @param events how many from the first one on
 * @param headHash of the event at the position, hexadecimal
 * @param previous hash of the checkpoint before this one, hexadecimal; the chain's genesis at the first one
 * @param signature Ed25519 over {@link #statement()}, base64
 */
public record Checkpoint(
        String tenant,
        long position,
        long events,
        String headHash,
        String previous,
        Instant at,
        String keyId,
        String signature) {

    private static final String FORM = "chatledger-checkpoint-1\ntenant=%s\nposition=%d\nevents=%d\nheadHash=%s\n"
            + "previous=%s\nat=%s\nkeyId=%s\n";

    /** The same statement with the signer's name and signature. */
    public Checkpoint signedBy(CheckpointSigner signer) {
        Checkpoint named = new Checkpoint(tenant, position, events, headHash, previous, at, signer.keyId(), "");
        String signed = Base64.getEncoder().encodeToString(signer.sign(named.bytes()));
        return new Checkpoint(tenant, position, events, headHash, previous, at, signer.keyId(), signed);
    }

    /** A statement that nobody has signed yet. */
    public static Checkpoint unsigned(
            String tenant, long position, long events, String headHash, String previous, Instant at) {
        return new Checkpoint(tenant, position, events, headHash, previous, at, "", "");
    }

    /** The text that is signed: one line a field, each ended by a line feed. */
    public String statement() {
        return FORM.formatted(tenant, position, events, headHash, previous, at, keyId);
    }

    /** SHA-256 of the statement, hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(HashChain.sha256().digest(statement().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the key has signed just this. */
    public boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(bytes());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private byte[] bytes() {
        return statement().getBytes(StandardCharsets.UTF_8);
    }
}
