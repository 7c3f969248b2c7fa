package io.chatledger.command.webhook;

import io.chatledger.command.StorageFailure;
import io.chatledger.command.StoreAvailability;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through the journal: takes up what has come in, what was left behind and what others dropped. */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long RENEW_MILLIS = 4_000;
    private static final long STOP_SECONDS = 20;

    private final WebhookJournal journal;
    private final Backlog backlog;
    private final Deliveries deliveries;
    private final DeliveryEnd ends;
    private final WorkPace pace;
    private final Map<String, WebhookSource> sources;
    private final Phaser running = new Phaser(1);
    private final Lanes lanes = new Lanes();
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
        this.deliveries = deliveries;
        this.ends = ends;
        this.sources = sources.stream().collect(Collectors.toMap(WebhookSource::name, Function.identity()));
        this.pace = new WorkPace(store, () -> open);
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
        sweeper = newSweeper();
        ended = new CountDownLatch(1);
        backlog.open();
        open = true;
        takers = List.of(
                Thread.ofVirtual().name("webhook-dispatcher").start(this::dispatch),
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
            journal.release(backlog.close().stream().map(JournalledDelivery::id).toList());
            for (Thread taker : takers) {
                taker.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
            running.awaitAdvanceInterruptibly(running.arrive(), STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.warn("Some deliveries are still being processed; the next start takes them up again");
        } finally {
            ended.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void dispatch() {
        while (open) {
            try {
                Backlog.Waiting next = pace.mayBegin(LOOK) ? backlog.next(LOOK.toMillis()) : null;
                if (next != null) {
                    begin(next);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void begin(Backlog.Waiting next) {
        JournalledDelivery delivery = next.delivery();
        running.register();
        DeliveryRun run = new DeliveryRun(delivery, deliveries, pace);
        try {
            run.begin(parts(delivery, next.body()), lanes);
        } catch (RuntimeException failure) {
            end(delivery, run, failure);
            return;
        }
        Thread.ofVirtual().name("delivery-" + delivery.id()).start(() -> {
            RuntimeException problem = null;
            try {
                run.complete();
            } catch (RuntimeException failure) {
                problem = failure;
            }
            end(delivery, run, problem);
        });
    }

    private List<DeliveryPart> parts(JournalledDelivery delivery, byte @Nullable [] body) {
        WebhookSource source = sources.get(delivery.source());
        if (source == null) {
            return List.of(DeliveryPart.failed(TenantId.PLATFORM, "unknown-source"));
        }
        try {
            byte[] raw = body == null ? pace.inItsPlace(() -> journal.body(delivery.id())) : body;
            return raw.length == 0
                    ? List.of(DeliveryPart.ignored(TenantId.PLATFORM, "body-removed"))
                    : pace.inItsPlace(() -> source.interpret(raw));
        } catch (RuntimeException failure) {
            if (!delivery.lastAttempt() || StorageFailure.isOne(failure)) {
                throw failure;
            }
            return List.of(DeliveryPart.failed(
                    TenantId.PLATFORM, "processing-error: " + failure.getClass().getSimpleName()));
        }
    }

    private void end(JournalledDelivery delivery, DeliveryRun run, @Nullable RuntimeException problem) {
        try {
            if (problem != null) {
                putOff(delivery, problem);
            } else if (!pace.oneOfFew(() -> ends.finish(delivery, run.tenants()))) {
                journal.release(List.of(delivery.id()));
                backlog.fallBehind();
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Delivery {} will be taken up again when its lease is over: {}", delivery.id(), failure.toString());
        } finally {
            backlog.letGo(delivery);
            running.arriveAndDeregister();
        }
    }

    private void putOff(JournalledDelivery delivery, RuntimeException problem) {
        if (!StorageFailure.isOne(problem)) {
            LOG.warn("Delivery {} will be processed again later", delivery.id(), problem);
            journal.postpone(delivery);
        } else if (open) {
            LOG.warn("Delivery {} waits until it can be stored: {}", delivery.id(), problem.toString());
            journal.postponeForStorage(delivery);
        } else {
            journal.release(List.of(delivery.id()));
        }
    }

    private void renewLeases(CountDownLatch end) {
        try {
            while (!end.await(RENEW_MILLIS, TimeUnit.MILLISECONDS)) {
                if (pace.mayBegin(Duration.ZERO)) {
                    JournalSweeper.quietly(() -> journal.extend(backlog.held()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
