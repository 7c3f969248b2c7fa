package io.chatledger.query.access;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.ReadRecords.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What has been read a short time ago: a page that refreshes itself is one read, not hundreds. */
final class RecentReads {

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final Map<Key, Instant> times = new ConcurrentHashMap<>();
    private Instant cleared = Instant.EPOCH;

    private record Key(
            TenantId tenant,
            AccountId account,
            String kind,
            @Nullable String id,
            @Nullable Instant asOf) {

        static Key of(Read read) {
            return new Key(read.caller().tenant(), read.caller().accountId(), read.kind(), read.id(), read.asOf());
        }
    }

    boolean contains(Read read, Instant now) {
        Instant at = times.get(Key.of(read));
        return at != null && isRecent(at, now);
    }

    /** @return whether it was not there yet, or so long ago that it counts once more */
    boolean add(Read read, Instant now) {
        Instant kept =
                times.compute(Key.of(read), (key, before) -> before != null && isRecent(before, now) ? before : now);
        return kept == now;
    }

    /**
     * Does nothing until a minute has passed; for one thread. Where there are more than can be remembered, some are
     * recorded twice.
     */
    void forgetOld(Instant now) {
        if (now.isBefore(cleared.plus(EVERY))) {
            return;
        }
        cleared = now;
        times.values().removeIf(at -> !isRecent(at, now));
        if (times.size() > MOST) {
            times.clear();
        }
    }

    private static boolean isRecent(Instant at, Instant now) {
        return now.isBefore(at.plus(SHORT));
    }
}
