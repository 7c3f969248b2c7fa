package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.projection.Announcements;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.deadletter.DeadLetters;
import io.chatledger.projection.live.StoredPositions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables of some projections again, in one pass over the history. Whatever ends it before the tables have
 * changed places leaves the views as they are.
 */
final class RebuildPass {

    /** So few events that the live processor may wait for them. */
    private static final int NEAR = 500;

    private static final int SWAPS = 200;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final EventLog log;
    private final DSLContext dsl;
    private final TransactionTemplate transactions;
    private final HistoryFold.Resources resources;
    private final StoredPositions positions;
    private final ReplayTables tables;
    private final Consumer<Step> reached;

    /** What a rebuild has done, in this order. */
    enum Step {
        locked,
        created,
        folded,
        indexed,
        held,
        exchanged,
        committed
    }

    /** @param reached told after each step; what it throws ends the rebuild */
    RebuildPass(
            EventLog log,
            DSLContext dsl,
            TransactionTemplate transactions,
            HistoryFold.Resources resources,
            Consumer<Step> reached) {
        this.log = log;
        this.dsl = dsl;
        this.transactions = transactions;
        this.resources = resources;
        this.positions = new StoredPositions(dsl);
        this.tables = new ReplayTables(dsl, ReplayTables.REBUILD);
        this.reached = reached;
    }

    /** @throws io.chatledger.kernel.problem.DomainProblem {@code rebuild-running}, on whatever machine */
    void run(List<Projection<?, ?>> projections, RebuildWatch watch) {
        try (RebuildLock lock = RebuildLock.take(dsl, projections)) {
            reached.accept(Step.locked);
            watch.onTick(lock::verify);
            try {
                new Run(projections, watch).run(lock);
            } catch (RuntimeException | Error failure) {
                dropAfter(failure, projections);
                throw failure;
            }
        }
        projections.forEach(projection -> new Announcements(dsl).everything(projection.table()));
    }

    /** What a rebuild has left that was cut off. Leaves alone what one that runs now is making. */
    void cleanUp(List<Projection<?, ?>> projections) {
        try (RebuildLock _ = RebuildLock.take(dsl, projections)) {
            drop(projections);
        }
    }

    private void dropAfter(Throwable failure, List<Projection<?, ?>> projections) {
        try {
            drop(projections);
        } catch (RuntimeException left) {
            failure.addSuppressed(left);
        }
    }

    private void drop(List<Projection<?, ?>> projections) {
        projections.stream().map(Projection::table).filter(tables::exists).forEach(tables::drop);
    }

    private final class Run {
        private final List<Projection<?, ?>> projections;
        private final RebuildWatch watch;
        private final HistoryFold fold;
        private final Map<Table<?>, Long> made = new LinkedHashMap<>();

        Run(List<Projection<?, ?>> projections, RebuildWatch watch) {
            this.projections = projections;
            this.watch = watch;
            this.fold = new HistoryFold(
                    log, dsl, new HistoryFold.Plan(ReplayTables.REBUILD, projections, null, resources), watch);
        }

        void run(RebuildLock lock) {
            drop(projections);
            projections.forEach(each -> made.put(each.table(), tables.create(each.table())));
            reached.accept(Step.created);
            advance(positions.of(Projections.PROCESSOR));
            reached.accept(Step.folded);
            made.keySet().forEach(tables::index);
            reached.accept(Step.indexed);
            for (int attempt = 1; !takesPlace(attempt); attempt++) {
                lock.verify();
                Pauses.before(attempt);
            }
            reached.accept(Step.committed);
        }

        /** @return false where somebody reads a view at this moment */
        private boolean takesPlace(int attempt) {
            catchUp();
            try {
                transactions.executeWithoutResult(status -> exchange());
                return true;
            } catch (DataAccessException failure) {
                if (attempt == SWAPS || !LOCK_NOT_AVAILABLE.equals(failure.sqlState())) {
                    throw failure;
                }
                return false;
            }
        }

        private void catchUp() {
            long end = positions.of(Projections.PROCESSOR);
            do {
                advance(end);
                end = positions.of(Projections.PROCESSOR);
            } while (end - fold.position() > NEAR);
        }

        /** The live processor waits for its token meanwhile, and finds the new tables when it has it. */
        private void exchange() {
            long end = positions.hold(Projections.PROCESSOR);
            reached.accept(Step.held);
            if (end < fold.position() && fold.position() > log.beginning()) {
                throw new IllegalStateException("the processor was set back during the rebuild");
            }
            advance(end);
            tables.swap(made);
            Builds builds = new Builds(dsl);
            projections.forEach(projection -> {
                builds.record(projection, fold.position());
                DeadLetters.clear(dsl, projection.name());
            });
            reached.accept(Step.exchanged);
        }

        private void advance(long end) {
            watch.expecting(end);
            fold.foldTo(end);
            fold.flush();
        }
    }
}
