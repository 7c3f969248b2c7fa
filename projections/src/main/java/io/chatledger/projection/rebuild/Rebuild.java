package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes projections' rows again from the whole history, with traffic on. Until all is there the old rows answer; a
 * rebuild that fails, is cancelled or cut off leaves them as they are. What is started together is made in one pass, and
 * changes places in one transaction; of what is started one after the other, the later one waits for the memory.
 */
public final class Rebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Projections projections;
    private final RebuildPass pass;
    private final EventLog log;
    private final InstantSource clock;
    private final Semaphore memory = new Semaphore(1, true);
    private final Map<String, RebuildWatch> watches = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Rebuild(Projections projections, RebuildPass pass, EventLog log, InstantSource clock) {
        this.projections = projections;
        this.pass = pass;
        this.log = log;
        this.clock = clock;
    }

    /** Like {@link #start(Collection)}, for one. */
    public CompletableFuture<RebuildProgress> start(String name) {
        return start(List.of(name));
    }

    /**
     * Begins, on a thread of its own.
     *
     * @return how it ended, once it has; a failure is an answer too
     * @throws DomainProblem {@code not-found}; {@code rebuild-running}
     */
    public CompletableFuture<RebuildProgress> start(Collection<String> names) {
        List<Projection<?, ?>> wanted = names.stream()
                .distinct()
                .<Projection<?, ?>>map(projections::named)
                .toList();
        RebuildWatch watch = begin(wanted.stream().map(Projection::name).toList());
        CompletableFuture<RebuildProgress> end = new CompletableFuture<>();
        // Virtual threads would wait for this one: it computes.
        Thread.ofPlatform().name("rebuild").daemon().start(() -> end.complete(run(wanted, watch)));
        return end;
    }

    /**
     * Ends the rebuild, and those that were started together with it, soon and with no trace.
     *
     * @throws DomainProblem {@code not-found}; {@code rebuild-not-running} here
     */
    public void cancel(String name) {
        RebuildWatch watch = watches.get(projections.named(name).name());
        if (watch == null || !isRunning(watch)) {
            throw DomainProblem.conflict("rebuild-not-running", "This projection is not being rebuilt here.");
        }
        watch.cancel();
    }

    /** The rebuild that runs, or the last one; null where there was none since this process began. */
    public @Nullable RebuildProgress progress(String name) {
        RebuildWatch watch = watches.get(name);
        return watch == null ? null : watch.progress();
    }

    /** What a rebuild has left that was cut off goes. */
    public void cleanUp() {
        for (Projection<?, ?> projection : projections.all()) {
            try {
                pass.cleanUp(List.of(projection));
            } catch (DomainProblem running) {
                LOG.info("Rebuild of {} runs elsewhere", projection.name());
            }
        }
    }

    /** Cancels whatever runs, and waits for its end. */
    @Override
    public void close() {
        closed = true;
        watches.values().forEach(RebuildWatch::cancel);
        memory.acquireUninterruptibly();
        memory.release();
    }

    private synchronized RebuildWatch begin(List<String> names) {
        if (closed || names.stream().map(watches::get).anyMatch(last -> last != null && isRunning(last))) {
            throw running();
        }
        RebuildWatch watch = new RebuildWatch(names, log.beginning(), clock);
        names.forEach(name -> watches.put(name, watch));
        return watch;
    }

    private RebuildProgress run(List<Projection<?, ?>> wanted, RebuildWatch watch) {
        memory.acquireUninterruptibly();
        try {
            pass.run(wanted, watch);
            return watch.end(RebuildProgress.State.done, null);
        } catch (CancellationException wish) {
            return watch.end(RebuildProgress.State.cancelled, null);
        } catch (DomainProblem problem) {
            return watch.end(RebuildProgress.State.failed, problem.code());
        } catch (RuntimeException | Error failure) {
            LOG.error("A rebuild failed: {}", FailureCause.of(failure));
            return watch.end(RebuildProgress.State.failed, "internal-error");
        } finally {
            memory.release();
        }
    }

    private static boolean isRunning(RebuildWatch watch) {
        return watch.progress().state() == RebuildProgress.State.running;
    }

    static DomainProblem running() {
        return DomainProblem.conflict("rebuild-running", "This projection is being rebuilt already.");
    }
}
