package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Places for work on what all tenants have in common. One tenant has a part of them at most, and tenants that wait take
 * turns: however many ask for one of them, another one's question comes next.
 */
public final class FairShares {

    private final Bounds bounds;
    private final Map<TenantId, Share> shares = new HashMap<>();
    private final Queue<Share> turns = new ArrayDeque<>();
    private int taken;

    public FairShares(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * How much there is.
     *
     * @param places at the same time
     * @param ofOne at the same time of one tenant
     * @param waiting of one tenant; more are refused at once
     * @param patience how long one waits for a place
     */
    public record Bounds(int places, int ofOne, int waiting, Duration patience) {}

    private static final class Share {

        private final TenantId tenant;
        private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        private int taken;
        private boolean waits;

        Share(TenantId tenant) {
            this.tenant = tenant;
        }
    }

    /** A place, which is given back when it is closed. */
    public final class Place implements AutoCloseable {

        private final Share share;

        private Place(Share share) {
            this.share = share;
        }

        @Override
        public void close() {
            leave(share);
        }
    }

    /**
     * Waits for a place.
     *
     * @throws DomainProblem {@code too-many-requests} where the tenant itself has taken its share for too long,
     *     {@code busy} where others have
     */
    public Place enter(TenantId tenant) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        Share share = queue(tenant, turn);
        try {
            turn.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            giveUp(share, turn);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            giveUp(share, turn);
        }
        return new Place(share);
    }

    private synchronized Share queue(TenantId tenant, CompletableFuture<Void> turn) {
        Share share = shares.computeIfAbsent(tenant, Share::new);
        if (share.waiting.size() >= bounds.waiting()) {
            throw refusal(share);
        }
        share.waiting.add(turn);
        queue(share);
        grant();
        return share;
    }

    private synchronized void giveUp(Share share, CompletableFuture<Void> turn) {
        if (turn.isDone()) {
            return; // at the last moment
        }
        share.waiting.remove(turn);
        DomainProblem refusal = refusal(share);
        forgetIfIdle(share);
        throw refusal;
    }

    private synchronized void leave(Share share) {
        taken--;
        share.taken--;
        queue(share);
        grant();
        forgetIfIdle(share);
    }

    private void grant() {
        while (taken < bounds.places()) {
            Share share = turns.poll();
            if (share == null) {
                return;
            }
            share.waits = false;
            CompletableFuture<Void> next = share.waiting.poll();
            if (next != null) {
                taken++;
                share.taken++;
                next.complete(null);
                queue(share);
            }
        }
    }

    private void queue(Share share) {
        if (!share.waits && share.taken < bounds.ofOne() && !share.waiting.isEmpty()) {
            share.waits = true;
            turns.add(share);
        }
    }

    private void forgetIfIdle(Share share) {
        if (share.taken == 0 && share.waiting.isEmpty()) {
            shares.remove(share.tenant, share);
        }
    }

    private DomainProblem refusal(Share share) {
        Map<String, Object> details =
                Map.of("retryAfterSeconds", Math.max(1, bounds.patience().toSeconds()));
        return share.taken >= bounds.ofOne()
                ? new DomainProblem(
                        DomainProblem.Kind.TOO_MANY,
                        "too-many-requests",
                        "Too much of this kind is being asked for your company at the same time.",
                        details)
                : new DomainProblem(
                        DomainProblem.Kind.UNAVAILABLE,
                        "busy",
                        "Too much of this kind is being asked at the moment; try again.",
                        details);
    }
}
