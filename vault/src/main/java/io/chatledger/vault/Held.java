package io.chatledger.vault;

import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** What is known of a person's key: it stays wrapped until it is used, and is empty once it is destroyed. */
final class Held {

    private @Nullable Supplier<SecretKey> wrapped;
    private volatile @Nullable SecretKey key;

    private Held(@Nullable Supplier<SecretKey> wrapped, @Nullable SecretKey key) {
        this.wrapped = wrapped;
        this.key = key;
    }

    /** @param unwrap asked at most once as long as it answers */
    static Held wrapped(Supplier<SecretKey> unwrap) {
        return new Held(unwrap, null);
    }

    static Held open(SecretKey key) {
        return new Held(null, key);
    }

    static Held destroyed() {
        return new Held(null, null);
    }

    /** @throws IllegalStateException if it is under a master key that is not there */
    Optional<SecretKey> key() {
        SecretKey known = key;
        return known != null ? Optional.of(known) : unwrapped();
    }

    private synchronized Optional<SecretKey> unwrapped() {
        if (wrapped != null) {
            key = wrapped.get();
            wrapped = null;
        }
        return Optional.ofNullable(key);
    }
}
