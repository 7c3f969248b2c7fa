package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.projection.Announcements;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.DeadLetters;
import io.chatledger.projection.live.StoredPositions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
    private final HistoryTables tables;
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
        this.tables = new HistoryTables(dsl, HistoryTables.REBUILD);
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
        private final Builds builds = new Builds(dsl);
        private final Map<String, Builds.Made> replaced = builds.made();

        Run(List<Projection<?, ?>> projections, RebuildWatch watch) {
            this.projections = projections;
            this.watch = watch;
            this.fold = new HistoryFold(
                    log, dsl, new HistoryFold.Plan(HistoryTables.REBUILD, projections, null, resources), watch);
        }

        void run(RebuildLock lock) {
            drop(projections);
            projections.forEach(each -> made.put(each.table(), tables.create(each.table())));
            reached.accept(Step.created);
            advance(positions::of);
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
            do {
                advance(positions::of);
            } while (projections.stream().anyMatch(one -> positions.of(processor(one)) - fold.position(one) > NEAR));
        }

        /** The live processors wait for their tokens meanwhile, and find the new tables when they have them. */
        private void exchange() {
            Map<String, Long> ends = new TreeMap<>();
            projections.forEach(projection -> ends.put(processor(projection), StoredPositions.NONE));
            ends.replaceAll((processor, none) -> positions.hold(processor));
            reached.accept(Step.held);
            verifyNotOvertaken();
            projections.forEach(
                    projection -> verify(projection, Objects.requireNonNull(ends.get(processor(projection)))));
            advance(ends::get);
            tables.swap(made);
            projections.forEach(projection -> {
                builds.record(projection, fold.position(projection));
                DeadLetters.clear(dsl, projection.name());
            });
            reached.accept(Step.exchanged);
        }

        /** Other code may have taken a view to another lane meanwhile, whose place among the events is not known here. */
        private void verifyNotOvertaken() {
            Map<String, Builds.Made> now = builds.made();
            for (Projection<?, ?> projection : projections) {
                if (!Objects.equals(replaced.get(projection.name()), now.get(projection.name()))) {
                    throw new IllegalStateException("other code has taken over " + projection.name() + " meanwhile");
                }
            }
        }

        private void verify(Projection<?, ?> projection, long end) {
            long position = fold.position(projection);
            if (end < position && position > log.beginning()) {
                throw new IllegalStateException("the processor was set back during the rebuild");
            }
        }

        /** Each as far as the rows are that it is to replace. */
        private void advance(ToLongFunction<String> ends) {
            Map<String, Long> known = projections.stream()
                    .map(Run::processor)
                    .distinct()
                    .collect(Collectors.toMap(one -> one, ends::applyAsLong));
            watch.expecting(Collections.max(known.values()));
            fold.foldTo(projection -> known.get(processor(projection)));
            fold.flush();
        }

        private static String processor(Projection<?, ?> projection) {
            return Lane.processor(projection.lane());
        }
    }
}
