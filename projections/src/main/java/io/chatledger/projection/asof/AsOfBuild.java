package io.chatledger.projection.asof;

import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventLog.Page;
import io.chatledger.eventstore.EventLog.Pages;
import io.chatledger.eventstore.EventLog.Stretch;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.rebuild.HistoryFold;
import io.chatledger.projection.rebuild.HistoryFold.Plan;
import io.chatledger.projection.rebuild.HistoryFold.Resources;
import io.chatledger.projection.rebuild.HistoryTables;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one view of the past: folds the tenant's events into empty tables of a schema of its own. */
final class AsOfBuild {

    private static final long HEARTBEAT_NANOS = Duration.ofMillis(500).toNanos();
    private static final long FEW_EVENTS = 50_000;
    private static final int SHARES = 4;
    private static final Resources LITTLE = new Resources(1, 64L << 20);

    private final List<Projection<?, ?>> projections;
    private final EventLog log;
    private final TenantLog ofTenants;
    private final SideEffects effects;
    private final AsOfSchema schema;
    private final ReplayProgress progress;
    private final DSLContext dsl;
    private final TransactionTemplate transactions;

    AsOfBuild(
            List<Projection<?, ?>> projections,
            EventLog log,
            TenantLog ofTenants,
            SideEffects effects,
            ReplayProgress progress,
            DSLContext dsl,
            TransactionTemplate transactions) {
        this.projections = List.copyOf(projections);
        this.log = log;
        this.ofTenants = ofTenants;
        this.effects = effects;
        this.schema = new AsOfSchema(dsl);
        this.progress = progress;
        this.dsl = dsl;
        this.transactions = transactions;
    }

    /**
     * Makes all of it or leaves a schema that belongs to no view.
     *
     * @throws CancellationException where the view is not wanted any more
     */
    void run(UUID id, Wanted wanted) {
        HistoryTables tables = new HistoryTables(dsl, AsOfSchema.of(id));
        transactions.executeWithoutResult(status -> {
            schema.create(id);
            projections.forEach(projection -> tables.create(projection.table()));
        });
        Resources resources = total(wanted) < FEW_EVENTS ? LITTLE : much();
        HistoryFold fold = new HistoryFold(
                log,
                dsl,
                new Plan(AsOfSchema.of(id), projections, wanted.tenant(), resources),
                new Heartbeat(id, wanted));
        fold.foldTo(wanted.position());
        fold.flush();
        int sent = effects.repeatedAfter(wanted.tenant(), wanted.head(), wanted.position());
        transactions.executeWithoutResult(status -> {
            projections.forEach(projection -> tables.index(projection.table()));
            projections.forEach(projection -> tables.protect(projection.table()));
            if (!progress.ready(id, wanted, sent)) {
                throw new CancellationException();
            }
        });
    }

    /** How many events a view takes. */
    long total(Wanted wanted) {
        return ofTenants.count(wanted.tenant(), wanted.position());
    }

    /** Several may be at work at once. */
    private static Resources much() {
        Resources all = Resources.here();
        return new Resources(all.segments(), all.memory() / SHARES);
    }

    /** Whether somebody's data must be gone that a view begun at that position may still show. */
    boolean outdated(TenantId tenant, long head) {
        Stretch since = new Stretch(head, log.head(), tenant.value(), Set.of(PersonErased.class));
        if (since.upTo() <= head) {
            return false;
        }
        try (Pages pages = log.read(since)) {
            for (Page page = pages.next(); page != null; page = pages.next()) {
                if (!page.events().isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Says now and then how far it is, and hears whether to go on. */
    private final class Heartbeat implements HistoryFold.Watch {
        private final UUID id;
        private final Wanted view;
        private long said = System.nanoTime();
        private volatile boolean wanted = true;

        Heartbeat(UUID id, Wanted view) {
            this.id = id;
            this.view = view;
        }

        @Override
        public void passed(long position) {
            if (System.nanoTime() - said > HEARTBEAT_NANOS) {
                wanted = progress.advanced(id, ofTenants.count(view.tenant(), position));
                said = System.nanoTime();
            }
        }

        @Override
        public boolean cancelled() {
            return !wanted;
        }
    }
}
