package io.chatledger.projection.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds room for one more view. One that somebody asked for by name stays until it is let go; one that a query made in
 * passing gives way, the longest unused first.
 *
 * @param views all there are, the longest unused first
 */
record Room(ReplayLimits limits, List<View> views) {

    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 60;

    /** A view that takes up room. */
    record View(UUID id, String tenant, boolean building, boolean asked) {}

    /**
     * The views that have to go.
     *
     * @throws DomainProblem {@code too-many-replays}
     */
    List<UUID> toEvict(TenantId tenant, Predicate<UUID> inUse) {
        List<View> own = views.stream()
                .filter(view -> view.tenant().equals(tenant.value()))
                .toList();
        if (building(own) >= limits.buildingPerTenant() || building(views) >= limits.building()) {
            throw tooMany(SOON_SECONDS);
        }
        List<View> left = new ArrayList<>(views);
        List<UUID> evicted = new ArrayList<>();
        if (own.size() >= limits.keptPerTenant()) {
            evicted.add(evict(own, left, inUse));
        }
        if (left.size() >= limits.kept()) {
            evicted.add(evict(List.copyOf(left), left, inUse));
        }
        return evicted;
    }

    private static UUID evict(List<View> candidates, List<View> left, Predicate<UUID> inUse) {
        View oldest = candidates.stream()
                .filter(view -> !view.asked() && !view.building() && !inUse.test(view.id()))
                .findFirst()
                .orElseThrow(() -> tooMany(LATER_SECONDS));
        left.remove(oldest);
        return oldest.id();
    }

    private static long building(List<View> views) {
        return views.stream().filter(View::building).count();
    }

    static DomainProblem tooMany(int retryAfterSeconds) {
        return new DomainProblem(
                DomainProblem.Kind.TOO_MANY,
                "too-many-replays",
                "As many replays as are allowed are being made or kept; let one go, or try again later.",
                Map.of("retryAfterSeconds", retryAfterSeconds));
    }
}
