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
        moves.carryOut();
        for (Lane lane : projections.lanes()) {
            if (positions.of(lane.processor()) <= log.beginning()) {
                builds.outdated(lane.projections()).forEach(projection -> builds.record(projection, log.beginning()));
            }
        }
        return Thread.ofVirtual().name("outdated-projections").start(this::run);
    }

    private void run() {
        try {
            rebuild.cleanUp();
            List<String> names = outdated();
            while (!names.isEmpty() && isElsewhere(names)) {
                Thread.sleep(patience);
                names = outdated();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("Outdated projections cannot be rebuilt", failure);
        }
    }

    private boolean isElsewhere(List<String> names) {
        return RUNS_ELSEWHERE.equals(rebuild.start(names).join().reason());
    }

    private List<String> outdated() {
        return builds.outdated(projections.all()).stream().map(Projection::name).toList();
    }
}
