package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.live.LaneMoves;
import io.chatledger.projection.live.StoredPositions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds, when a process starts, what was made by older code than today's. Readers see the old rows meanwhile. */
public final class OutdatedProjections {

    private static final Logger LOG = LoggerFactory.getLogger(OutdatedProjections.class);
    private static final String RUNS_ELSEWHERE = "rebuild-running";

    private final Projections projections;
    private final Rebuild rebuild;
    private final LaneMoves moves;
    private final Builds builds;
    private final StoredPositions positions;
    private final EventLog log;
    private final Duration patience;
    private boolean failing;

    /** @param patience before looking again at what another process rebuilds */
    OutdatedProjections(
            Projections projections,
            Rebuild rebuild,
            LaneMoves moves,
            Builds builds,
            StoredPositions positions,
            EventLog log,
            Duration patience) {
        this.projections = projections;
        this.rebuild = rebuild;
        this.moves = moves;
        this.builds = builds;
        this.positions = positions;
        this.log = log;
        this.patience = patience;
    }

    /** Call before the live processors start here: what nobody has begun to make is made by today's code. */
    public Thread start() {
        List<Projection<?, ?>> elsewhere = moves.carryOut();
        for (Lane lane : projections.lanes()) {
            if (positions.of(lane.processor()) <= log.beginning()) {
                builds.outdated(lane.projections()).stream()
                        .filter(projection -> !elsewhere.contains(projection))
                        .forEach(projection -> builds.record(projection, log.beginning()));
            }
        }
        return Thread.ofVirtual().name("outdated-projections").start(this::run);
    }

    private void run() {
        try {
            attempted(() -> {
                rebuild.cleanUp();
                return true;
            });
            while (!attempted(this::isDone)) {
                Thread.sleep(patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lane that is not moved stands still, so no failure ends the attempts; an outage is told of once. */
    private boolean attempted(BooleanSupplier step) {
        try {
            boolean done = step.getAsBoolean();
            failing = false;
            return done;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("Outdated projections cannot be rebuilt now, trying again: {}", failure.toString());
            }
            failing = true;
            return false;
        }
    }

    /** Whether all are in their lanes and made by today's code, or at least nobody else is at work on them. */
    private boolean isDone() {
        List<Projection<?, ?>> elsewhere = moves.carryOut();
        List<String> outdated = builds.outdated(projections.all()).stream()
                .filter(projection -> !elsewhere.contains(projection))
                .map(Projection::name)
                .toList();
        boolean waits = !outdated.isEmpty()
                && RUNS_ELSEWHERE.equals(rebuild.start(outdated).join().reason());
        return elsewhere.isEmpty() && !waits;
    }
}
