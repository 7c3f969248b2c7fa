package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checkpoints of a tenant one after the other, the oldest first, without having all of them in memory. */
final class CheckpointSeries {

    private final Checkpoints checkpoints;
    private final TenantId tenant;
    private final Deque<Checkpoint> portion = new ArrayDeque<>();
    private long position = Long.MIN_VALUE;
    private boolean ended;

    CheckpointSeries(Checkpoints checkpoints, TenantId tenant) {
        this.checkpoints = checkpoints;
        this.tenant = tenant;
    }

    /** The next one if it stands before the position; null otherwise. */
    @Nullable
    Checkpoint nextBefore(long end) {
        if (portion.isEmpty() && !ended) {
            List<Checkpoint> next = checkpoints.after(tenant, position);
            portion.addAll(next);
            ended = next.isEmpty();
        }
        Checkpoint next = portion.peek();
        if (next == null || next.position() >= end) {
            return null;
        }
        position = next.position();
        return portion.poll();
    }
}
