package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.live.ProjectionProcessors;
import io.chatledger.projection.live.StoredPositions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where every projection stands. */
public final class ProjectionStatuses {

    private final Projections projections;
    private final Rebuild rebuild;
    private final EventLog log;
    private final StoredPositions positions;
    private final ReplayTables retired;
    private final ProjectionProcessors processors;
    private final Builds builds;

    ProjectionStatuses(
            Projections projections,
            Rebuild rebuild,
            EventLog log,
            StoredPositions positions,
            ReplayTables retired,
            ProjectionProcessors processors,
            Builds builds) {
        this.projections = projections;
        this.rebuild = rebuild;
        this.log = log;
        this.positions = positions;
        this.retired = retired;
        this.processors = processors;
        this.builds = builds;
    }

    public List<ProjectionStatus> all() {
        Place place = place();
        return projections.all().stream()
                .map(projection -> status(projection, place))
                .toList();
    }

    /** @throws DomainProblem {@code not-found} */
    public ProjectionStatus of(String name) {
        return status(projections.named(name), place());
    }

    /**
     * The rows as they were before the last rebuild go.
     *
     * @throws DomainProblem {@code not-found}
     */
    public void dropPrevious(String name) {
        retired.drop(projections.named(name).table());
    }

    /** How far the read models are, of how much, and whether this process has a part in it. */
    private record Place(long position, long head, boolean stopped) {}

    /** In this order, so that what comes in between is not taken for something missing; it is no less there for that. */
    private Place place() {
        long head = log.head();
        long position = positions.of(Projections.PROCESSOR);
        boolean stopped = !processors.running(Projections.PROCESSOR)
                || !builds.newer(projections.all()).isEmpty();
        return new Place(position, Math.max(head, position), stopped);
    }

    private ProjectionStatus status(Projection<?, ?> projection, Place place) {
        RebuildProgress progress = rebuild.progress(projection.name());
        ProjectionStatus.State state = state(place, progress);
        return new ProjectionStatus(
                projection.name(),
                Math.max(0, place.position()),
                Math.max(0, place.head()),
                state,
                projection.version(),
                retired.exists(projection.table()),
                progress);
    }

    private static ProjectionStatus.State state(Place place, @Nullable RebuildProgress progress) {
        if (progress != null && progress.state() == RebuildProgress.State.running) {
            return ProjectionStatus.State.rebuilding;
        }
        if (place.stopped()) {
            return ProjectionStatus.State.stopped;
        }
        return place.position() < place.head() ? ProjectionStatus.State.behind : ProjectionStatus.State.current;
    }
}
