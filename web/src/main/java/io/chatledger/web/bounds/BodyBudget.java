package io.chatledger.web.bounds;

import io.chatledger.web.RefusedBody;
import java.util.HashMap;
import java.util.Map;

/** Bytes that the bodies of one kind of caller may take up in the whole process, and each of the callers of them. */
final class BodyBudget {

    private final long inAll;
    private final long share;
    private final Map<String, Long> byCaller = new HashMap<>();
    private long taken;

    /** Of which no caller gets more than a quarter. */
    BodyBudget(long inAll) {
        this.inAll = inAll;
        this.share = inAll / 4;
    }

    /**
     * What is taken has to be {@linkplain #give given} back.
     *
     * @throws RefusedBody where it is not there; then nothing was taken
     */
    synchronized void take(String caller, long bytes) throws RefusedBody {
        long own = byCaller.getOrDefault(caller, 0L) + bytes;
        if (own > share) {
            throw RefusedBody.noShare();
        }
        if (taken + bytes > inAll) {
            throw RefusedBody.noRoom();
        }
        byCaller.put(caller, own);
        taken += bytes;
    }

    synchronized void give(String caller, long bytes) {
        taken -= bytes;
        byCaller.computeIfPresent(caller, (key, own) -> own <= bytes ? null : own - bytes);
    }

    /** Whether those who dawdle take room that others soon need. */
    synchronized boolean isScarce() {
        return taken > inAll / 2;
    }

    synchronized long taken() {
        return taken;
    }
}
