package io.chatledger.web.bounds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where somebody has signed in, or sent a webhook that was signed, in the last quarter of an hour, by address. */
final class KnownCallers {

    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Cache<String, String> callers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** Who was last seen there; null for nobody. */
    @Nullable
    String at(String place) {
        return callers.getIfPresent(place);
    }

    /** @param caller those who are counted together, such as a tenant's people, or the place itself */
    void add(String place, String caller) {
        callers.put(place, caller);
    }
}
