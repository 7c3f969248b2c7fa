package io.chatledger.projection.replay;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where every projection stands. */
public final class ProjectionStatuses {

    private final Projections projections;
    private final Rebuild rebuild;
    private final History history;
    private final StoredPositions positions;
    private final ProjectionProcessors processors;

    ProjectionStatuses(
            Projections projections,
            Rebuild rebuild,
            History history,
            StoredPositions positions,
            ProjectionProcessors processors) {
        this.projections = projections;
        this.rebuild = rebuild;
        this.history = history;
        this.positions = positions;
        this.processors = processors;
    }

    public List<ProjectionStatus> all() {
        long head = history.head();
        return projections.all().stream()
                .map(projection -> status(projection, head))
                .toList();
    }

    /** @throws DomainProblem {@code not-found} */
    public ProjectionStatus of(String name) {
        return status(projections.named(name), history.head());
    }

    private ProjectionStatus status(Projection<?, ?> projection, long head) {
        long position = positions.of(Projections.PROCESSOR);
        RebuildProgress progress = rebuild.progress(projection.name());
        ProjectionStatus.State state = state(projection, position < head, progress);
        return new ProjectionStatus(projection.name(), Math.max(0, position), Math.max(0, head), state, progress);
    }

    private ProjectionStatus.State state(
            Projection<?, ?> projection, boolean behind, @Nullable RebuildProgress progress) {
        if (progress != null && progress.state() == RebuildProgress.State.running) {
            return ProjectionStatus.State.rebuilding;
        }
        if (!processors.running(Projections.PROCESSOR)) {
            return ProjectionStatus.State.stopped;
        }
        return behind ? ProjectionStatus.State.behind : ProjectionStatus.State.current;
    }
}
