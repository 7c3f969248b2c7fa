package io.chatledger.projection.replay.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Folding;
import io.chatledger.projection.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one view of the past: folds the tenant's events into empty tables of a schema of its own. */
final class AsOfBuild {

    private static final long HEARTBEAT_NANOS = Duration.ofMillis(500).toNanos();

    private final List<Projection<?, ?>> projections;
    private final List<Class<? extends Event>> families;
    private final TenantLog log;
    private final SideEffects effects;
    private final AsOfSchema schema;
    private final ReplayTable table;
    private final TransactionTemplate transactions;

    AsOfBuild(
            List<Projection<?, ?>> projections,
            TenantLog log,
            AsOfSchema schema,
            ReplayTable table,
            TransactionTemplate transactions) {
        this.projections = List.copyOf(projections);
        this.families = projections.stream()
                .<Class<? extends Event>>map(Projection::events)
                .distinct()
                .toList();
        this.log = log;
        this.effects = new SideEffects(log);
        this.schema = schema;
        this.table = table;
        this.transactions = transactions;
    }

    /** Ends early, with nothing left behind, where the view is not wanted any more. */
    void run(UUID id, Wanted wanted) {
        long began = log.head();
        schema.create(id);
        Run run = new Run(id, wanted);
        log.read(wanted.tenant(), 0, wanted.position(), families, run::fold);
        int sent = effects.repeatedAfter(wanted.tenant(), began, wanted.position());
        if (!run.wanted || !table.ready(id, wanted.total(), sent)) {
            schema.drop(id);
        }
    }

    private final class Run {
        private final UUID id;
        private final Wanted view;
        private final List<Folding<?, ?>> foldings;
        private long processed;
        private long said = System.nanoTime();
        private boolean wanted = true;

        Run(UUID id, Wanted view) {
            DSLContext there = schema.context(id);
            this.id = id;
            this.view = view;
            this.foldings = projections.stream()
                    .<Folding<?, ?>>map(projection -> folding(projection, there))
                    .toList();
        }

        boolean fold(List<TrackedEventMessage<?>> portion) {
            List<Fact> facts = facts(portion);
            transactions.executeWithoutResult(status -> foldings.forEach(folding -> folding.apply(facts)));
            processed += portion.size();
            if (System.nanoTime() - said > HEARTBEAT_NANOS) {
                said = System.nanoTime();
                wanted = table.advanced(id, processed);
            }
            return wanted;
        }

        /** What others wrote into the tenant's streams in their own name makes rows of theirs. */
        private List<Fact> facts(List<TrackedEventMessage<?>> portion) {
            List<Fact> facts = new ArrayList<>(portion.size());
            for (TrackedEventMessage<?> message : portion) {
                Optional<Fact> fact = Fact.of(message, Event.class);
                fact.filter(one -> one.tenant().equals(view.tenant())).ifPresent(facts::add);
            }
            return facts;
        }
    }

    private static Folding<?, ?> folding(Projection<?, ?> projection, DSLContext there) {
        return new Folding<>(projection, there);
    }
}
