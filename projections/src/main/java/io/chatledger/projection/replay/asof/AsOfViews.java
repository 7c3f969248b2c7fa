package io.chatledger.projection.replay.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.replay.asof.ReplayTable.Admission;
import io.chatledger.readmodel.generated.tables.records.ReplayRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views of the past: made when somebody wants one, kept for a while after its last use. */
public final class AsOfViews {

    private static final Logger LOG = LoggerFactory.getLogger(AsOfViews.class);
    private static final long NEXT_LOOK_MILLIS = 40;

    private final Moments moments;
    private final AsOfBuild build;
    private final ReplayTable table;
    private final StaleReplays stale;
    private final AsOfSchema schema;
    private final ReplayLimits limits;
    private final Map<UUID, CompletableFuture<Void>> making = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> inUse = new ConcurrentHashMap<>();

    AsOfViews(
            Moments moments,
            AsOfBuild build,
            ReplayTable table,
            StaleReplays stale,
            AsOfSchema schema,
            ReplayLimits limits) {
        this.moments = moments;
        this.build = build;
        this.table = table;
        this.stale = stale;
        this.schema = schema;
        this.limits = limits;
    }

    /**
     * Begins to make a view, or finds it.
     *
     * @throws DomainProblem {@code invalid-request}; {@code too-many-replays}
     */
    public UUID request(TenantId tenant, @Nullable Instant asOf, @Nullable Long upTo) {
        return admit(moments.wanted(tenant, asOf, upTo));
    }

    /**
     * The view of an instant, made if need be; the caller closes it.
     *
     * @throws DomainProblem {@code invalid-request}; {@code too-many-replays}; {@code replay-building} where it takes
     *     longer than the limits' patience
     */
    public AsOfView enter(TenantId tenant, Instant asOf) {
        Wanted wanted = moments.inPassing(tenant, asOf);
        long until = System.nanoTime() + limits.patience().toNanos();
        UUID id = admitPatiently(wanted, until);
        await(tenant, id, until);
        ReplayRecord row = found(tenant, id);
        if (forgetOutdated(row)) {
            id = admitPatiently(wanted, until);
            await(tenant, id, until);
        }
        return enter(tenant, id, wanted.moment());
    }

    /**
     * A view that is there; the caller closes it.
     *
     * @throws DomainProblem {@code not-found}; {@code replay-building}, {@code replay-failed}, {@code replay-expired}
     */
    public AsOfView enter(TenantId tenant, UUID id) {
        ReplayRecord row = found(tenant, id);
        forgetOutdated(row);
        return enter(tenant, id, row.getMoment());
    }

    /** @throws DomainProblem {@code not-found} */
    public void discard(TenantId tenant, UUID id) {
        if (!table.remove(tenant, id)) {
            throw DomainProblem.notFound("replay");
        }
        if (!making.containsKey(id)) {
            schema.drop(id);
        }
    }

    /** Lets go of what nobody uses any more, and of what a crash has left. */
    void sweep() {
        Set<UUID> own = new HashSet<>(making.keySet());
        own.addAll(inUse.keySet());
        stale.mark(own);
        schema.leftovers().stream().filter(id -> !making.containsKey(id)).forEach(schema::drop);
    }

    private AsOfView enter(TenantId tenant, UUID id, Instant moment) {
        inUse.merge(id, 1, Integer::sum);
        Runnable leave = () -> inUse.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
        if (!table.used(id)) {
            leave.run();
            throw refusal(found(tenant, id));
        }
        return new AsOfView(id, AsOfSchema.of(id), moment, leave);
    }

    private ReplayRecord found(TenantId tenant, UUID id) {
        return table.find(tenant, id).orElseThrow(() -> DomainProblem.notFound("replay"));
    }

    /** Who was forgotten after a view was made is in it still: nobody may see it again. */
    private boolean forgetOutdated(ReplayRecord row) {
        if (!row.getStatus().equals(ReplayTable.READY)
                || !build.outdated(new TenantId(row.getTenantId()), row.getHead())) {
            return false;
        }
        table.expire(List.of(row.getId()));
        schema.drop(row.getId());
        return true;
    }

    private UUID admit(Wanted wanted) {
        Admission admission = table.admit(wanted, inUse::containsKey);
        if (admission.begun()) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            making.put(admission.id(), end);
            Thread.ofVirtual().name("as-of").start(() -> make(admission, wanted, end));
        }
        return admission.id();
    }

    private UUID admitPatiently(Wanted wanted, long until) {
        while (true) {
            try {
                return admit(wanted);
            } catch (DomainProblem full) {
                if (making.isEmpty() || System.nanoTime() > until) {
                    throw full;
                }
                rest();
            }
        }
    }

    private void make(Admission admission, Wanted wanted, CompletableFuture<Void> end) {
        UUID id = admission.id();
        try {
            admission.evicted().forEach(schema::drop);
            build.run(id, wanted);
        } catch (CancellationException unwanted) {
            schema.drop(id);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("A view of the past could not be made", failure);
            table.failed(id, "internal-error");
            schema.drop(id);
        } finally {
            making.remove(id);
            end.complete(null);
        }
    }

    private void await(TenantId tenant, UUID id, long until) {
        while (System.nanoTime() < until) {
            CompletableFuture<Void> here = making.get(id);
            if (here == null) {
                if (!found(tenant, id).getStatus().equals(ReplayTable.BUILDING)) {
                    return;
                }
                rest();
            } else {
                await(here, until);
            }
        }
    }

    private static void await(CompletableFuture<Void> end, long until) {
        try {
            end.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // Whoever waits looks again and finds it is being made still.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(NEXT_LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static DomainProblem refusal(ReplayRecord row) {
        return switch (row.getStatus()) {
            case ReplayTable.BUILDING ->
                new DomainProblem(
                        DomainProblem.Kind.UNAVAILABLE,
                        "replay-building",
                        "This view of the past is still being made.",
                        Map.of("retryAfterSeconds", 1, "replay", row.getId().toString()));
            case ReplayTable.FAILED ->
                DomainProblem.conflict("replay-failed", "This view of the past could not be made.");
            default ->
                new DomainProblem(
                        DomainProblem.Kind.GONE, "replay-expired", "This view of the past is not kept any more.");
        };
    }
}
