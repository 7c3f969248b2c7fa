package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.live.ProjectionProcessors;
import io.chatledger.projection.live.StoredPositions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells where every projection stands. */
public final class ProjectionStatuses {

    private final Projections projections;
    private final Rebuild rebuild;
    private final EventLog log;
    private final StoredPositions positions;
    private final HistoryTables retired;
    private final ProjectionProcessors processors;
    private final Builds builds;

    ProjectionStatuses(
            Projections projections,
            Rebuild rebuild,
            EventLog log,
            StoredPositions positions,
            HistoryTables retired,
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
        Map<String, Place> places = places();
        return projections.all().stream()
                .map(projection -> status(projection, places))
                .toList();
    }

    /** @throws DomainProblem {@code not-found} */
    public ProjectionStatus of(String name) {
        return status(projections.named(name), places());
    }

    /**
     * The rows as they were before the last rebuild go.
     *
     * @throws DomainProblem {@code not-found}
     */
    public void dropPrevious(String name) {
        retired.drop(projections.named(name).table());
    }

    /** How far the rows of a lane are, of how much, and whether this process has a part in it. */
    private record Place(long position, long head, boolean stopped) {}

    /** By lane; in this order, so that what comes in between is not taken for something missing. */
    private Map<String, Place> places() {
        long head = log.head();
        boolean newer = !builds.newer(projections.all()).isEmpty();
        return projections.lanes().stream().collect(Collectors.toMap(Lane::name, lane -> place(lane, head, newer)));
    }

    /** A lane is there for what it has folded, if the head is not known to have come so far. */
    private Place place(Lane lane, long head, boolean newer) {
        long position = positions.of(lane.processor());
        return new Place(position, Math.max(head, position), newer || !processors.running(lane.processor()));
    }

    private ProjectionStatus status(Projection<?, ?> projection, Map<String, Place> places) {
        Place place = Objects.requireNonNull(places.get(projection.lane()));
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
