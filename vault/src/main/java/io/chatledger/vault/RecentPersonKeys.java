package io.chatledger.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The keys that were used not long ago; others are got from the table, many at a time where many are missing. */
final class RecentPersonKeys {

    /** So long may a destroyed key be remembered in a process that was not told. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int AT_MOST = 100_000;
    private static final int MANY = 64;
    private static final int AROUND = 1_000;

    private final PersonKeyTable table;
    private final KeyLoader found;
    private final KeyLoader made;
    private final Cache<PersonKey, Held> keys = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final AtomicInteger misses = new AtomicInteger();
    private volatile long second;

    RecentPersonKeys(PersonKeyTable table) {
        this.table = table;
        this.found = new KeyLoader(table::find);
        this.made = new KeyLoader(table::make);
    }

    /** Empty if there is none. */
    Optional<Held> find(PersonKey id) {
        Held known = keys.getIfPresent(id);
        return known != null
                ? Optional.of(known)
                : remembered(id, found.load(id).orElse(null));
    }

    /**
     * The same for whoever reads the history from far back: where many are missing, those that come after it are
     * fetched with it, as they will be asked for next.
     */
    Optional<Held> findAhead(PersonKey id) {
        if (keys.getIfPresent(id) == null && inGreatNumbers()) {
            table.around(id, AROUND).forEach(keys.asMap()::putIfAbsent);
            return Optional.ofNullable(keys.getIfPresent(id));
        }
        return find(id);
    }

    /** The key, made if it is new. */
    Held obtain(PersonKey id) {
        Held known = keys.getIfPresent(id);
        return known != null
                ? known
                : remembered(id, made.load(id).orElse(null)).orElseThrow();
    }

    void destroyed(PersonKey id) {
        keys.put(id, Held.destroyed());
    }

    /** What was read before the key was destroyed does not come back in its place. */
    private Optional<Held> remembered(PersonKey id, @Nullable Held held) {
        if (held == null) {
            return Optional.empty();
        }
        Held before = keys.asMap().putIfAbsent(id, held);
        return Optional.of(before == null ? held : before);
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
