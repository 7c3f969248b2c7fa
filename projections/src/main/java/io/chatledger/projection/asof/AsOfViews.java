package io.chatledger.projection.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.ReplayRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The views of the past: made when somebody wants one, kept for a while after its last use. */
public final class AsOfViews {

    private final Moments moments;
    private final AsOfBuild build;
    private final ViewMaker maker;
    private final ReplayTable table;
    private final StaleReplays stale;
    private final ReplayLimits limits;
    private final Map<UUID, Integer> inUse = new ConcurrentHashMap<>();

    AsOfViews(
            Moments moments,
            AsOfBuild build,
            ViewMaker maker,
            ReplayTable table,
            StaleReplays stale,
            ReplayLimits limits) {
        this.moments = moments;
        this.build = build;
        this.maker = maker;
        this.table = table;
        this.stale = stale;
        this.limits = limits;
    }

    /**
     * Begins to make a view, or finds it.
     *
     * @throws DomainProblem {@code invalid-request}; {@code too-many-replays}
     */
    public UUID request(TenantId tenant, @Nullable Instant asOf, @Nullable Long upTo) {
        return maker.admit(moments.wanted(tenant, asOf, upTo), inUse::containsKey);
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
        while (true) {
            UUID id = maker.admit(wanted, inUse::containsKey, until);
            maker.await(tenant, id, until);
            forgetOutdated(found(tenant, id));
            try {
                return enter(tenant, id, wanted.moment());
            } catch (DomainProblem refusal) {
                // It had to make room for others, or was forgotten, between its making and its use.
                if (refusal.kind() != DomainProblem.Kind.GONE || System.nanoTime() > until) {
                    throw refusal;
                }
            }
        }
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
        maker.letGo(id);
    }

    /** Lets go of what nobody uses any more, and of what a crash has left. */
    void sweep() {
        Set<UUID> own = new HashSet<>(maker.making());
        own.addAll(inUse.keySet());
        stale.mark(own);
        maker.dropLeftovers();
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
    private void forgetOutdated(ReplayRecord row) {
        boolean ready = row.getStatus().equals(ReplayTable.READY);
        if (ready && build.outdated(new TenantId(row.getTenantId()), row.getHead())) {
            table.expire(List.of(row.getId()));
            maker.letGo(row.getId());
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
