package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.LoggedEvent;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.Discards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A worker's part of the history: decodes and folds what it is given, in the order in which it is given it. */
final class Segment implements Runnable {

    /** Parts that wait; so little of the history is in memory. */
    private static final int WAITING = 4;

    /** What is left in memory when there was too much, in parts of a hundred. */
    private static final int KEPT_PERCENT = 75;

    /** A part of a page. The end of a stretch has no events. */
    record Part(Projection.Partition partition, List<LoggedEvent> events) {}

    private final List<MemoryRows<?, ?>> byStream = new ArrayList<>();
    private final List<MemoryRows<?, ?>> byTenant = new ArrayList<>();
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(WAITING);
    private final Discards discards;
    private final Erasures erasures;
    private final long memory;

    /**
     * @param erasures where to note persons who were erased
     * @param memory bytes that rows may take, roughly
     */
    Segment(List<ProjectionTable<?, ?>> targets, Discards discards, Erasures erasures, long memory) {
        this.discards = discards;
        this.erasures = erasures;
        this.memory = memory;
        targets.forEach(target -> folded(target.projection().partition()).add(target.rows(discards)));
    }

    BlockingQueue<Part> parts() {
        return parts;
    }

    /** Until the end of the stretch. */
    @Override
    public void run() {
        try {
            for (Part part = parts.take(); !part.events().isEmpty(); part = parts.take()) {
                fold(part);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void flush() {
        byStream.forEach(MemoryRows::flush);
        byTenant.forEach(MemoryRows::flush);
    }

    private void fold(Part part) {
        List<Fact> facts = new ArrayList<>(part.events().size());
        for (LoggedEvent logged : part.events()) {
            Event event = event(logged);
            if (event == null) {
                continue;
            }
            facts.add(new Fact(new TenantId(logged.tenant()), event, logged.position()));
            erasures.note(event);
        }
        folded(part.partition()).forEach(rows -> rows.fold(facts));
        shrink();
    }

    /** Null where it cannot be read and was discarded. */
    private @Nullable Event event(LoggedEvent logged) {
        try {
            return (Event) logged.payload();
        } catch (RuntimeException | LinkageError unreadable) {
            if (discards.contains(logged.position())) {
                return null;
            }
            throw unreadable;
        }
    }

    private void shrink() {
        long held = bytes();
        while (held > memory) {
            MemoryRows<?, ?> largest = largest();
            largest.shrinkTo(Math.max(0, largest.bytes() - (held - memory * KEPT_PERCENT / 100)));
            held = bytes();
        }
    }

    private List<MemoryRows<?, ?>> folded(Projection.Partition partition) {
        return partition == Projection.Partition.BY_STREAM ? byStream : byTenant;
    }

    private long bytes() {
        return byStream.stream().mapToLong(MemoryRows::bytes).sum()
                + byTenant.stream().mapToLong(MemoryRows::bytes).sum();
    }

    private MemoryRows<?, ?> largest() {
        List<MemoryRows<?, ?>> all = new ArrayList<>(byStream);
        all.addAll(byTenant);
        return all.stream().max(Comparator.comparingLong(MemoryRows::bytes)).orElseThrow();
    }
}
