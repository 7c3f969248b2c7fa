package io.chatledger.projection.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.asof.ReplayTable.Admission;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes views of the past, each on a thread of its own, and lets whoever needs one wait for it. */
final class ViewMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ViewMaker.class);
    private static final long NEXT_LOOK_MILLIS = 40;

    private final AsOfBuild build;
    private final ReplayTable table;
    private final ReplayProgress progress;
    private final AsOfSchema schema;
    private final Map<UUID, CountDownLatch> making = new ConcurrentHashMap<>();

    ViewMaker(AsOfBuild build, ReplayTable table, ReplayProgress progress, AsOfSchema schema) {
        this.build = build;
        this.table = table;
        this.progress = progress;
        this.schema = schema;
    }

    /** Those that this process is making. */
    Set<UUID> making() {
        return Set.copyOf(making.keySet());
    }

    /**
     * A view that is there, or is being made from now on.
     *
     * @throws DomainProblem {@code too-many-replays}
     */
    UUID admit(Wanted wanted, Predicate<UUID> inUse) {
        Admission admission = table.admit(wanted, build::total, inUse);
        if (admission.begun()) {
            CountDownLatch end = new CountDownLatch(1);
            making.put(admission.id(), end);
            Thread.ofVirtual().name("as-of").start(() -> make(admission, wanted, end));
        }
        return admission.id();
    }

    /**
     * The same, for those who can wait until others are made.
     *
     * @param until by {@link System#nanoTime}
     */
    UUID admit(Wanted wanted, Predicate<UUID> inUse, long until) {
        while (true) {
            try {
                return admit(wanted, inUse);
            } catch (DomainProblem full) {
                if (making.isEmpty() || System.nanoTime() > until) {
                    throw full;
                }
                rest(null);
            }
        }
    }

    /** Waits until a view is made, here or elsewhere, or the time is over. */
    void await(TenantId tenant, UUID id, long until) {
        while (System.nanoTime() < until && isBuilding(tenant, id)) {
            rest(making.get(id));
        }
    }

    /** Of a view that nobody is to see any more. */
    void letGo(UUID id) {
        if (!making.containsKey(id)) {
            drop(id);
        }
    }

    /** What crashes and readers that would not leave have left. */
    void dropLeftovers() {
        schema.leftovers().forEach(this::letGo);
    }

    private void make(Admission admission, Wanted wanted, CountDownLatch end) {
        UUID id = admission.id();
        try {
            admission.evicted().forEach(this::drop);
            build.run(id, wanted);
        } catch (CancellationException unwanted) {
            drop(id);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("A view of the past could not be made: {}", FailureCause.of(failure));
            progress.failed(id, "internal-error");
            drop(id);
        } finally {
            making.remove(id);
            end.countDown();
        }
    }

    /** What cannot be dropped now, since somebody still reads it, is dropped by the next sweep. */
    private void drop(UUID id) {
        try {
            schema.drop(id);
        } catch (DataAccessException busy) {
            LOG.warn("An old view of the past is still there: {}", busy.toString());
        }
    }

    private boolean isBuilding(TenantId tenant, UUID id) {
        return table.find(tenant, id)
                .map(row -> row.getStatus().equals(ReplayTable.BUILDING))
                .orElse(false);
    }

    /** A moment, or less where what is made here is done before. */
    private static void rest(@Nullable CountDownLatch end) {
        try {
            if (end == null) {
                Thread.sleep(NEXT_LOOK_MILLIS);
            } else {
                boolean unused = end.await(NEXT_LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
