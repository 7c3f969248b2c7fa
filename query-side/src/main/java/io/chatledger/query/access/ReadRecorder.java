package io.chatledger.query.access;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.ReadRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Records reads behind the requests, in order, as long as the process lives: what cannot be stored is tried again, and
 * while too much is waiting nothing more is read. Only a process that is killed loses what was read within its last
 * moments.
 */
final class ReadRecorder implements ReadRecords, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadRecorder.class);
    private static final int BATCH = 200;
    private static final int COMPLAINS_AFTER = 30;
    private static final Duration STOP = Duration.ofSeconds(10);

    private final ReadWriter writer;
    private final InstantSource clock;
    private final Semaphore room;
    private final Duration patience;
    private final BlockingQueue<RecordedRead> waiting = new LinkedBlockingQueue<>();
    private final RecentReads recent = new RecentReads();
    private volatile boolean open;
    private volatile long end;
    private @Nullable Thread thread;

    /**
     * @param most reads that may wait to be stored
     * @param patience how long a read waits for room
     */
    ReadRecorder(ReadWriter writer, InstantSource clock, int most, Duration patience) {
        this.writer = writer;
        this.clock = clock;
        this.room = new Semaphore(most);
        this.patience = patience;
    }

    @Override
    public List<Read> unrecorded(List<Read> reads) {
        Instant now = clock.instant();
        return reads.stream().filter(read -> !recent.contains(read, now)).toList();
    }

    @Override
    public void reserve(int reads) {
        try {
            if (open && room.tryAcquire(reads, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new DomainProblem(
                DomainProblem.Kind.UNAVAILABLE,
                "audit-unavailable",
                "Who reads this cannot be recorded at the moment, so it is not shown.",
                Map.of("retryAfterSeconds", 2));
    }

    @Override
    public void record(Read read) {
        Instant now = clock.instant();
        if (recent.add(read, now)) {
            waiting.add(RecordedRead.of(read, now));
        } else {
            room.release();
        }
    }

    @Override
    public void release(int reads) {
        room.release(reads);
    }

    @Override
    public synchronized void start() {
        open = true;
        thread = Thread.ofVirtual().name("read-recorder").start(this::run);
    }

    /** Stores what is waiting first. */
    @Override
    public synchronized void stop() {
        end = System.nanoTime() + STOP.toNanos();
        open = false;
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(STOP.plusSeconds(1))) {
                running.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!waiting.isEmpty()) {
            LOG.error("{} reads of personal data could not be recorded", waiting.size());
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Stopped after the web server and before what events are stored with. */
    @Override
    public int getPhase() {
        return -100;
    }

    private void run() {
        List<RecordedRead> batch = new ArrayList<>();
        try {
            while (open || !waiting.isEmpty()) {
                RecordedRead first = waiting.poll(200, TimeUnit.MILLISECONDS);
                recent.forgetOld(clock.instant());
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, BATCH - 1);
                if (!stored(batch)) {
                    waiting.addAll(batch);
                    return;
                }
                room.release(batch.size());
                batch.clear();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false where the process ends before it could be done */
    private boolean stored(List<RecordedRead> batch) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                if (attempt == 0) {
                    writer.write(batch);
                } else {
                    writer.writeRest(batch);
                }
                return true;
            } catch (RuntimeException | Error failure) { // nobody else would record them
                if (attempt % COMPLAINS_AFTER == 0) {
                    LOG.warn("{} reads of personal data are not recorded yet: {}", batch.size(), failure.toString());
                }
            }
            if (!open && System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(Math.min(2_000, 50L << Math.min(attempt, 6)));
        }
    }
}
