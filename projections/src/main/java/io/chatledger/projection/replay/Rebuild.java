package io.chatledger.projection.replay;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a projection's rows again from the whole history, with traffic on. Until all is there the old rows answer; a
 * rebuild that fails or is cut off leaves them as they are.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Projections projections;
    private final RebuildSteps steps;
    private final Clock clock;
    private final Map<String, RebuildProgress> progress = new ConcurrentHashMap<>();

    Rebuild(Projections projections, RebuildSteps steps, Clock clock) {
        this.projections = projections;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Begins, on a thread of its own.
     *
     * @return how it ended, once it has; a failure is an answer too
     * @throws DomainProblem {@code not-found}; {@code rebuild-running}
     */
    public CompletableFuture<RebuildProgress> start(String name) {
        Projection<?, ?> projection = projections.named(name);
        progress.compute(name, (key, last) -> begun(last));
        CompletableFuture<RebuildProgress> end = new CompletableFuture<>();
        Thread.ofVirtual().name("rebuild-" + name).start(() -> end.complete(run(projection)));
        return end;
    }

    /** The rebuild that runs, or the last one; null where there was none since this process began. */
    public @Nullable RebuildProgress progress(String name) {
        return progress.get(name);
    }

    private RebuildProgress begun(@Nullable RebuildProgress last) {
        if (last != null && last.state() == RebuildProgress.State.running) {
            throw running();
        }
        return RebuildProgress.started(clock.instant());
    }

    private RebuildProgress run(Projection<?, ?> projection) {
        try {
            steps.run(projection, new Progress(projection.name()));
            return update(projection.name(), RebuildProgress::done);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("Rebuild of {} failed", projection.name(), failure);
            return update(
                    projection.name(),
                    last -> last.failed(failure instanceof DomainProblem problem ? problem.code() : "internal-error"));
        }
    }

    private RebuildProgress update(String name, UnaryOperator<RebuildProgress> change) {
        return Objects.requireNonNull(progress.computeIfPresent(name, (key, last) -> change.apply(last)));
    }

    static DomainProblem running() {
        return DomainProblem.conflict("rebuild-running", "This projection is being rebuilt already.");
    }

    /** Where the steps of a rebuild report what they have done. */
    final class Progress {
        private final String name;

        private Progress(String name) {
            this.name = name;
        }

        void expecting(long events) {
            update(name, last -> last.expecting(events));
        }

        void advanced(int events) {
            update(name, last -> last.advanced(events, clock.instant()));
        }
    }
}
