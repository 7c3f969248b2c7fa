package io.chatledger.command.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries this node holds: those that wait and those that are worked on. Bounded by the size of their bodies,
 * and in number; whatever does not fit stays in the journal alone, and from then on all that arrives does so too, until
 * the sweeper has caught up: so nothing overtakes what came before.
 */
class Backlog {

    /** A delivery and its body; the body is null where it has to be read from the journal. */
    record Waiting(JournalledDelivery delivery, byte @Nullable [] body) {}

    static final int BUDGET_KIB = 16 * 1024;

    /** What a small body costs, with all that belongs to it: so the deliveries of a node are bounded in number, too. */
    private static final int LEAST_KIB = 8;

    /** What one costs whose body is in the journal alone. */
    private static final int SHRUNK_KIB = 1;

    /**
     * However many wait without their bodies, a quarter of the room is left to work in, which is more than the largest
     * body needs. Beyond ten thousand, so that others still go past a tenant that is told so many things at once.
     */
    private static final int MOST_HELD = BUDGET_KIB / 4 * 3 / SHRUNK_KIB;

    private final Semaphore budget = new Semaphore(BUDGET_KIB);
    private final Semaphore places = new Semaphore(MOST_HELD);
    private final Semaphore news = new Semaphore(0);
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private long falls;
    private int collected;
    private volatile boolean behind = true;
    private volatile boolean closed;

    /** Room for one more body, to be used by {@link #add} or given back by {@link #giveBack}. */
    boolean reserve(int bytes) {
        if (behind || closed || !places.tryAcquire()) {
            return false;
        }
        return budget.tryAcquire(cost(bytes)) || givePlaceBack();
    }

    boolean reserve(int bytes, long millis) throws InterruptedException {
        if (!places.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        return budget.tryAcquire(cost(bytes), millis, TimeUnit.MILLISECONDS) || givePlaceBack();
    }

    private boolean givePlaceBack() {
        places.release();
        return false;
    }

    void giveBack(int bytes) {
        budget.release(cost(bytes));
        places.release();
    }

    /** @return false if this node holds the delivery already */
    boolean hold(JournalledDelivery delivery) {
        return held.add(delivery.id());
    }

    void add(Waiting waiting) {
        queue.add(waiting);
    }

    @Nullable
    Waiting next(long millis) throws InterruptedException {
        return queue.poll(millis, TimeUnit.MILLISECONDS);
    }

    void letGo(JournalledDelivery delivery) {
        held.remove(delivery.id());
        giveBack(delivery.size());
    }

    void letGoUnreserved(JournalledDelivery delivery) {
        held.remove(delivery.id());
    }

    /** It waits without its body. */
    void shrink(JournalledDelivery delivery) {
        budget.release(cost(delivery.size()) - SHRUNK_KIB);
    }

    /**
     * Takes the room again that was given back, bit by bit as it becomes free, so that many small ones cannot keep a
     * large one waiting; to be called by one thread.
     *
     * @return whether it has its room now
     */
    boolean grow(JournalledDelivery delivery) {
        int needed = cost(delivery.size()) - SHRUNK_KIB;
        int more = Math.min(needed - collected, budget.availablePermits());
        if (more > 0 && budget.tryAcquire(more)) {
            collected += more;
        }
        if (collected < needed) {
            return false;
        }
        budget.release(collected - needed);
        collected = 0;
        return true;
    }

    /** Gives back what was collected for one that will not begin. */
    void stopGrowing() {
        budget.release(collected);
        collected = 0;
    }

    void letGoShrunk(JournalledDelivery delivery) {
        held.remove(delivery.id());
        budget.release(SHRUNK_KIB);
        places.release();
    }

    /** KiB that are not taken. */
    int free() {
        return budget.availablePermits() + collected;
    }

    List<UUID> held() {
        return new ArrayList<>(held);
    }

    /** Something in the journal waits for the sweeper. */
    synchronized void fallBehind() {
        falls++;
        behind = true;
        news.release();
    }

    /** To be read before a sweep, for {@link #caughtUp}. */
    synchronized long falls() {
        return falls;
    }

    /** Everything is taken up, unless something has fallen behind since, which the sweep may not have seen. */
    synchronized void caughtUp(long fallsBefore) {
        if (falls == fallsBefore) {
            behind = false;
        }
    }

    void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    void open() {
        behind = true;
        closed = false;
    }

    /** Takes nothing more. Answers what has not been begun. */
    List<JournalledDelivery> close() {
        closed = true;
        news.release();
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        List<JournalledDelivery> deliveries =
                left.stream().map(Waiting::delivery).toList();
        deliveries.forEach(this::letGo);
        return deliveries;
    }

    static int cost(int bytes) {
        return Math.min(BUDGET_KIB, Math.max(LEAST_KIB, 1 + bytes / 1024));
    }
}
