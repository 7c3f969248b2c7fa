package io.chatledger.command.webhook;

import io.chatledger.command.StorageFailure;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins what is in the backlog, in order of arrival, and sees each delivery to its end. */
class DeliveryDispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Nobody says that there is room again. */
    private static final Duration SOON = Duration.ofMillis(20);

    private final WebhookJournal journal;
    private final Backlog backlog;
    private final Deliveries deliveries;
    private final DeliveryEnd ends;
    private final Map<String, WebhookSource> sources;
    private final WorkPace pace;
    private final BooleanSupplier open;
    private final TenantRoom room;
    private final Phaser running = new Phaser(1);
    private final Lanes lanes = new Lanes();

    /** @param open whether work is wanted */
    DeliveryDispatcher(
            WebhookJournal journal,
            Backlog backlog,
            Deliveries deliveries,
            DeliveryEnd ends,
            List<WebhookSource> sources,
            WorkPace pace,
            BooleanSupplier open) {
        this.journal = journal;
        this.backlog = backlog;
        this.deliveries = deliveries;
        this.ends = ends;
        this.sources = sources.stream().collect(Collectors.toMap(WebhookSource::name, Function.identity()));
        this.pace = pace;
        this.open = open;
        this.room = new TenantRoom(backlog);
    }

    @Override
    public void run() {
        while (open.getAsBoolean()) {
            try {
                if (pace.mayBegin(LOOK)) {
                    beginNext();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException | Error failure) { // nobody else would begin anything
                LOG.error("A delivery could not be begun", failure);
            }
        }
    }

    /** Answers what was taken up and never begun; to be called when nobody dispatches any more. */
    List<JournalledDelivery> clear() {
        return room.clear();
    }

    void awaitEnd(long seconds) throws InterruptedException, TimeoutException {
        running.awaitAdvanceInterruptibly(running.arrive(), seconds, TimeUnit.SECONDS);
    }

    /** One of those that have waited for room and one that has just come, in turn: neither keeps the other waiting. */
    private void beginNext() throws InterruptedException {
        JournalledDelivery waited = room.next();
        if (waited != null) {
            begin(new Backlog.Waiting(waited, null), true);
        }
        Backlog.Waiting next = backlog.next(waited != null ? 0 : (room.isEmpty() ? LOOK : SOON).toMillis());
        if (next != null) {
            begin(next, false);
        }
    }

    private void begin(Backlog.Waiting next, boolean admitted) {
        JournalledDelivery delivery = next.delivery();
        running.register();
        DeliveryRun run = new DeliveryRun(delivery, deliveries, pace);
        try {
            List<DeliveryPart> parts = parts(delivery, next.body());
            if (!admitted
                    && !room.admit(
                            delivery, parts.stream().map(DeliveryPart::tenant).collect(Collectors.toSet()))) {
                running.arriveAndDeregister();
                return;
            }
            run.begin(parts, lanes);
        } catch (RuntimeException | Error failure) {
            end(delivery, run, failure);
            return;
        }
        Thread.ofVirtual().name("delivery-" + delivery.id()).start(() -> {
            Throwable problem = null;
            try {
                run.complete();
            } catch (RuntimeException | Error failure) {
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

    private void end(JournalledDelivery delivery, DeliveryRun run, @Nullable Throwable problem) {
        try {
            if (problem != null) {
                putOff(delivery, problem);
            } else if (!pace.oneOfFew(() -> ends.finish(delivery, run.tenants()))) {
                journal.leases().release(List.of(delivery.id()));
                backlog.fallBehind();
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Delivery {} will be taken up again when its lease is over: {}", delivery.id(), failure.toString());
        } finally {
            room.leave(delivery);
            backlog.letGo(delivery);
            running.arriveAndDeregister();
        }
    }

    private void putOff(JournalledDelivery delivery, Throwable problem) {
        if (!StorageFailure.isOne(problem)) {
            LOG.warn("Delivery {} will be processed again later", delivery.id(), problem);
            journal.leases().postpone(delivery);
        } else if (open.getAsBoolean()) {
            LOG.warn("Delivery {} waits until it can be stored: {}", delivery.id(), problem.toString());
            journal.leases().postponeForStorage(delivery);
        } else {
            journal.leases().release(List.of(delivery.id()));
        }
    }
}
