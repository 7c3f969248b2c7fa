package io.chatledger.command.webhook;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up what lies in the journal and nobody works on: after a crash, a full backlog, or a postponement. */
class JournalSweeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalSweeper.class);
    private static final long TICK_MILLIS = 1_000;
    private static final Duration TICK = Duration.ofMillis(TICK_MILLIS);

    private final WebhookJournal journal;
    private final Backlog backlog;
    private final WorkPace pace;
    private final BooleanSupplier open;
    private boolean restarted = true;
    private volatile boolean outageOver;

    JournalSweeper(WebhookJournal journal, Backlog backlog, WorkPace pace, BooleanSupplier open) {
        this.journal = journal;
        this.backlog = backlog;
        this.pace = pace;
        this.open = open;
    }

    /** After an outage: what was put off because of it is due, before anything newer. */
    void wakePostponed() {
        outageOver = true;
    }

    @Override
    public void run() {
        while (open.getAsBoolean()) {
            try {
                if (pace.mayBegin(TICK) && !sweep()) {
                    backlog.awaitNews(TICK_MILLIS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error failure) { // nobody else would take up what is left
                LOG.error("The webhook journal could not be swept", failure);
            }
        }
    }

    /** @return whether there may be more */
    private boolean sweep() throws InterruptedException {
        List<JournalledDelivery> found;
        long falls = backlog.falls();
        try {
            found = sweepFresh();
        } catch (RuntimeException failure) {
            LOG.warn("The webhook journal cannot be read: {}", failure.toString());
            return false;
        }
        List<JournalledDelivery> fresh = found.stream().filter(backlog::hold).toList();
        for (JournalledDelivery delivery : fresh) {
            enqueue(delivery);
        }
        if (found.size() < WebhookJournal.SWEEP_LIMIT) {
            backlog.caughtUp(falls);
            return false;
        }
        return true;
    }

    private List<JournalledDelivery> sweepFresh() {
        if (restarted) {
            journal.leases().endOwn();
            restarted = false;
        }
        if (outageOver) {
            outageOver = false; // before the work: whatever returns from now on is another one
            wake();
        }
        return journal.sweep();
    }

    private void wake() {
        try {
            journal.leases().extend(backlog.held()); // before another node takes it for left behind
            journal.leases().wakePostponed();
        } catch (RuntimeException failure) {
            outageOver = true;
            throw failure;
        }
    }

    private void enqueue(JournalledDelivery delivery) throws InterruptedException {
        while (open.getAsBoolean()) {
            if (backlog.reserve(delivery.size(), TICK_MILLIS)) {
                backlog.add(new Backlog.Waiting(delivery, null));
                return;
            }
        }
        backlog.letGoUnreserved(delivery);
        quietly(() -> journal.leases().release(List.of(delivery.id())));
    }

    /** The journal may be away for a while; its work waits until the next turn. */
    static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            LOG.warn("The webhook journal cannot be written: {}", failure.toString());
        }
    }
}
