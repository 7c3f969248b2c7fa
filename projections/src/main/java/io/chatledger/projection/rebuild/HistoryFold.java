package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventLog.Page;
import io.chatledger.eventstore.EventLog.Pages;
import io.chatledger.eventstore.EventLog.Stretch;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projection.Partition;
import io.chatledger.projection.deadletter.Discards;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Folds the history in memory, by segments, and copies the rows into tables that {@link HistoryTables#create} has made.
 * Rows that find no room in memory go to the tables early, and come back when they are touched. Used by one thread;
 * after a failure the tables are good for nothing.
 */
public final class HistoryFold {

    private final EventLog log;
    private final @Nullable TenantId tenant;
    private final Watch watch;
    private final List<ProjectionTable<?, ?>> targets;
    private final Set<Class<? extends Event>> families = new HashSet<>();
    private final Set<Partition> partitions;
    private final Erasures erasures = new Erasures();
    private final Segments segments;

    /** Asked and told again and again, by the thread that folds. */
    public interface Watch {

        /** @param position up to which all has been read */
        void passed(long position);

        boolean cancelled();
    }

    /**
     * What is to be made.
     *
     * @param schema where the tables are, see {@link HistoryTables}
     * @param tenant whose events; null for those of all
     */
    public record Plan(
            String schema,
            List<Projection<?, ?>> projections,
            @Nullable TenantId tenant,
            Resources resources) {}

    /**
     * What a fold may use.
     *
     * @param segments workers, a thread each
     * @param memory bytes that all rows in memory may take, roughly
     */
    public record Resources(int segments, long memory) {

        /** Small enough that the garbage collector need not carry much from one place to another. */
        private static final int SHARE_OF_HEAP = 16;

        private static final int MOST_SEGMENTS = 4;

        /** A part of this machine: others want to work too. */
        public static Resources here() {
            Runtime machine = Runtime.getRuntime();
            return new Resources(
                    Math.max(1, Math.min(MOST_SEGMENTS, machine.availableProcessors() - 1)),
                    machine.maxMemory() / SHARE_OF_HEAP);
        }
    }

    /** @param dsl gives connections of the role that writes the tables */
    public HistoryFold(EventLog log, DSLContext dsl, Plan plan, Watch watch) {
        this.log = log;
        this.tenant = plan.tenant();
        this.watch = watch;
        HistoryTables tables = new HistoryTables(dsl, plan.schema());
        this.targets = plan.projections().stream()
                .<ProjectionTable<?, ?>>map(projection -> target(projection, tables, log.beginning()))
                .toList();
        this.partitions = plan.projections().stream().map(Projection::partition).collect(Collectors.toSet());
        Discards discards = Discards.of(dsl, plan.projections());
        this.segments = new Segments(IntStream.range(0, plan.resources().segments())
                .mapToObj(segment -> new Segment(
                        targets,
                        discards,
                        erasures,
                        plan.resources().memory() / plan.resources().segments()))
                .toList());
        plan.projections().forEach(projection -> families.addAll(projection.events()));
        families.add(PersonErased.class);
    }

    /** Of the last event that was folded for the projection. */
    public long position(Projection<?, ?> projection) {
        return targets.stream()
                .filter(target -> target.projection().equals(projection))
                .findFirst()
                .orElseThrow()
                .position();
    }

    /** Like {@link #foldTo(ToLongFunction)}, to one and the same position for all. */
    public void foldTo(long end) {
        foldTo(projection -> end);
    }

    /**
     * Folds the events after {@link #position}, for each projection up to one that exists.
     *
     * @throws CancellationException if the watch says so
     */
    public void foldTo(ToLongFunction<Projection<?, ?>> ends) {
        targets.forEach(target -> target.expect(ends.applyAsLong(target.projection())));
        long after = targets.stream()
                .filter(target -> target.position() < target.end())
                .mapToLong(ProjectionTable::position)
                .min()
                .orElse(Long.MAX_VALUE);
        long end = targets.stream().mapToLong(ProjectionTable::end).max().orElse(Long.MIN_VALUE);
        if (end <= after) {
            return;
        }
        try (Pages pages = log.read(new Stretch(after, end, tenant == null ? null : tenant.value(), families));
                Segments.Work work = segments.start()) {
            for (Page page = pages.next(); page != null; page = pages.next()) {
                verifyWanted();
                partitions.forEach(work.dividing(page.events()));
                watch.passed(page.upTo());
            }
            work.finish();
        }
        targets.forEach(ProjectionTable::arrive);
    }

    /**
     * Puts all rows into the tables, with what erasures do to them; committed when it returns, whatever transaction the
     * caller is in. More may be folded after it.
     */
    public void flush() {
        verifyWanted();
        segments.flush();
        erasures.carryOut(persons -> segments.aside(() -> targets.forEach(target -> target.forget(persons))));
    }

    private void verifyWanted() {
        if (watch.cancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    private static ProjectionTable<?, ?> target(Projection<?, ?> projection, HistoryTables tables, long beginning) {
        return ProjectionTable.of(projection, tables, beginning);
    }
}
