package io.chatledger.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A strong, bounded cache of aggregates. Axon's own keeps weak references, which die at each collection. What another
 * process has changed is forgotten, also where it is just being used: what was read before that is not kept after.
 */
public final class AggregateCache implements Cache, RememberedAggregates {

    /** Longer than any command takes. */
    private static final Duration REMEMBER_FORGETTING = Duration.ofMinutes(2);

    private static final int FORGOTTEN_AT_MOST = 100_000;

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final com.github.benmanes.caffeine.cache.Cache<Object, Long> forgotten = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBER_FORGETTING)
            .maximumSize(FORGOTTEN_AT_MOST)
            .build();
    private final AtomicLong moment = new AtomicLong();
    private volatile long allForgotten;

    public AggregateCache(int size) {
        entries = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Axon takes null for "not there".
    public <K, V> V get(K key) {
        CurrentUnitOfWork.ifStarted(use -> use.resources().put(usedSince(key), moment.get()));
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        // One step, as the other process's news may come at this very moment.
        entries.asMap().compute(key, (same, former) -> isForgotten(key) ? null : value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return !isForgotten(key) && entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && entries.asMap().containsKey(key);
    }

    @Override
    public void forget(String key) {
        forgotten.put(key, moment.incrementAndGet());
        remove(key);
    }

    @Override
    public void forgetAll() {
        allForgotten = moment.incrementAndGet();
        removeAll();
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw new UnsupportedOperationException("nobody listens to the cache of aggregates");
    }

    /** Whether it was forgotten after the unit of work in hand took it up. */
    private boolean isForgotten(Object key) {
        if (!CurrentUnitOfWork.isStarted()
                || !(CurrentUnitOfWork.get().resources().get(usedSince(key)) instanceof Long since)) {
            return false;
        }
        Long forgottenAt = forgotten.getIfPresent(key);
        return allForgotten > since || (forgottenAt != null && forgottenAt > since);
    }

    private static String usedSince(Object key) {
        return "chatledger.used:" + key;
    }
}
