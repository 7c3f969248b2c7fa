package io.chatledger.operations.projection;

import io.chatledger.projection.rebuild.ProjectionStatus;
import io.chatledger.projection.rebuild.ProjectionStatuses;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the projections run. One that has stopped is named, but answers go on, so the process stays up. */
@Component("projectionsHealthIndicator")
class ProjectionHealth implements HealthIndicator {

    private final ProjectionStatuses statuses;

    ProjectionHealth(ProjectionStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public Health health() {
        try {
            Health.Builder health = Health.up();
            for (ProjectionStatus status : statuses.all()) {
                health.withDetail(status.name(), status.status() + " at " + status.position());
            }
            return health.build();
        } catch (RuntimeException unreachable) {
            return Health.down()
                    .withDetail("reason", "the read models cannot be read")
                    .build();
        }
    }
}
