package io.chatledger.vault;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which this installation keeps its secrets and the keys of persons: 32 bytes, from outside, never stored
 * with the data.
 *
 * @param key what is written is written under it
 * @param former keys that it has taken the place of; what was written under them is still read
 */
public record MasterKey(SecretKey key, List<SecretKey> former) {

    private static final int BYTES = 32;

    public MasterKey {
        former = List.copyOf(former);
    }

    /** @throws IllegalArgumentException if there are not 32 bytes */
    public static MasterKey of(byte[] bytes) {
        return new MasterKey(key(bytes), List.of());
    }

    /** @throws IllegalArgumentException if there are not 32 bytes */
    public MasterKey inPlaceOf(List<byte[]> formerKeys) {
        return new MasterKey(key, formerKeys.stream().map(MasterKey::key).toList());
    }

    private static SecretKey key(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has to have 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** @param bound what the secret belongs to; it opens only together with the same */
    byte[] seal(String bound, byte[] secret) {
        return AesGcm.seal(key, bound, secret);
    }

    /** @throws IllegalStateException if none of the keys opens it */
    byte[] open(String bound, byte[] sealed) {
        return Stream.concat(Stream.of(key), former.stream())
                .map(each -> opened(each, bound, sealed))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "A secret cannot be read: is this the master key that the data was made with?"));
    }

    /** Whether it is under the present key and not under a former one. */
    boolean isCurrent(String bound, byte[] sealed) {
        return opened(key, bound, sealed).isPresent();
    }

    private static Optional<byte[]> opened(SecretKey key, String bound, byte[] sealed) {
        try {
            return Optional.of(AesGcm.open(key, bound, sealed));
        } catch (GeneralSecurityException closed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
