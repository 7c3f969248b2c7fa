package io.chatledger.command.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keys that were used not long ago. Where many are asked for that are not there, as when the history is read from
 * its beginning, those around them are fetched with them.
 */
final class RecentPersonKeys {

    /** So long may a destroyed key be remembered in a process that was not told. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int AT_MOST = 100_000;
    private static final int MANY = 64;
    private static final int AROUND = 1_000;

    private final PersonKeyTable table;
    private final Cache<PersonKey, Held> keys = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final AtomicInteger misses = new AtomicInteger();
    private volatile long second;

    RecentPersonKeys(PersonKeyTable table) {
        this.table = table;
    }

    Optional<Held> find(PersonKey id) {
        Held known = keys.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        if (inGreatNumbers()) {
            keys.putAll(table.around(id, AROUND));
            return Optional.ofNullable(keys.getIfPresent(id));
        }
        Optional<Held> found = table.find(id);
        found.ifPresent(held -> keys.put(id, held));
        return found;
    }

    Optional<Held> create(PersonKey id) {
        Held held = table.create(id);
        keys.put(id, held);
        return Optional.of(held);
    }

    void forget(PersonKey id) {
        keys.invalidate(id);
    }

    /** Whether more were missing in this second than customers write in one. */
    private boolean inGreatNumbers() {
        long now = System.nanoTime() >> 30;
        if (now != second) {
            second = now;
            misses.set(0);
        }
        return misses.incrementAndGet() > MANY;
    }
}
