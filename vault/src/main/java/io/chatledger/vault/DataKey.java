package io.chatledger.vault;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;

/** A key for data of one kind, kept as a secret of the installation. Sealed data is 28 bytes longer than open data. */
public final class DataKey {

    private final SecretKey key;

    DataKey(SecretKey key) {
        this.key = key;
    }

    /** @param bound what the data belongs to; it opens only together with the same */
    public byte[] seal(String bound, byte[] data) {
        return AesGcm.seal(key, bound, data);
    }

    /** @throws IllegalStateException if it was sealed with another key or for something else, or has been changed */
    public byte[] open(String bound, byte[] sealed) {
        try {
            return AesGcm.open(key, bound, sealed);
        } catch (GeneralSecurityException closed) {
            throw new IllegalStateException("What belongs to " + bound + " cannot be opened.", closed);
        }
    }
}
