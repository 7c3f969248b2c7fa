package io.chatledger.eventstore.chain;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with one Ed25519 key. */
public final class CheckpointSigner {

    private final CheckpointKey publicKey;
    private final PrivateKey privateKey;

    public CheckpointSigner(CheckpointKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public String keyId() {
        return publicKey.keyId();
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the key " + keyId() + " cannot sign", unusable);
        }
    }
}
