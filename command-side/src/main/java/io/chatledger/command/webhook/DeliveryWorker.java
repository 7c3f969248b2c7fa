package io.chatledger.command.webhook;

import io.chatledger.eventstore.StoreAvailability;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through the journal: takes up what has come in, what was left behind and what others dropped. */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final long RENEW_MILLIS = 4_000;
    private static final long STOP_SECONDS = 20;

    private final WebhookJournal journal;
    private final Backlog backlog;
    private final WorkPace pace;
    private final DeliveryDispatcher dispatcher;
    private volatile JournalSweeper sweeper;
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open;
    private List<Thread> takers = List.of();

    DeliveryWorker(
            WebhookJournal journal,
            Backlog backlog,
            Deliveries deliveries,
            DeliveryEnd ends,
            List<WebhookSource> sources,
            StoreAvailability store) {
        this.journal = journal;
        this.backlog = backlog;
        this.pace = new WorkPace(store, () -> open);
        this.dispatcher = new DeliveryDispatcher(journal, backlog, deliveries, ends, sources, pace, () -> open);
        this.sweeper = newSweeper();
        store.listen(new StoreAvailability.Listener() {
            @Override
            public void lost() {
                backlog.fallBehind();
            }

            @Override
            public void returned() {
                sweeper.wakePostponed();
                backlog.fallBehind();
            }
        });
    }

    @Override
    public void start() {
        if (open) {
            return; // two that dispatch would not keep the order
        }
        sweeper = newSweeper();
        ended = new CountDownLatch(1);
        backlog.open();
        open = true;
        takers = List.of(
                Thread.ofVirtual().name("webhook-dispatcher").start(dispatcher),
                Thread.ofVirtual().name("webhook-sweeper").start(sweeper));
        CountDownLatch end = ended;
        Thread.ofVirtual().name("webhook-leases").start(() -> renewLeases(end));
    }

    private JournalSweeper newSweeper() {
        return new JournalSweeper(journal, backlog, pace, () -> open);
    }

    /** Takes nothing more, lets the running deliveries end and leaves the rest to the next start. */
    @Override
    public void stop() {
        open = false;
        try {
            release(backlog.close());
            for (Thread taker : takers) {
                taker.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
            release(dispatcher.clear());
            dispatcher.awaitEnd(STOP_SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.warn("Some deliveries are still being processed; the next start takes them up again");
        } finally {
            ended.countDown();
        }
    }

    private void release(List<JournalledDelivery> neverBegun) {
        journal.leases().release(neverBegun.stream().map(JournalledDelivery::id).toList());
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void renewLeases(CountDownLatch end) {
        try {
            while (!end.await(RENEW_MILLIS, TimeUnit.MILLISECONDS)) {
                if (pace.mayBegin(Duration.ZERO)) {
                    JournalSweeper.quietly(() -> journal.leases().extend(backlog.held()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
