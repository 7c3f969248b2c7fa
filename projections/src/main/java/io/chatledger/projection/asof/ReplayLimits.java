package io.chatledger.projection.asof;

import java.time.Duration;

/**
 * How much of the past may be held at once.
 *
 * @param keep how long a view is kept after its last use
 * @param patience how long a query waits for its view to be made
 */
public record ReplayLimits(
        int keptPerTenant, int buildingPerTenant, int kept, int building, Duration keep, Duration patience) {

    public ReplayLimits {
        if (keptPerTenant < 2 || buildingPerTenant < 1 || kept < keptPerTenant || building < 1) {
            throw new IllegalArgumentException("a tenant may have two views at least, and make one at least");
        }
    }
}
