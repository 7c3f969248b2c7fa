package io.chatledger.projection.wide;

import io.chatledger.eventstore.MessageLog;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Batches;
import io.chatledger.projection.Database;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import io.chatledger.projection.live.LiveFold;
import io.chatledger.projection.rebuild.HistoryFold;
import io.chatledger.projection.rebuild.HistoryTables;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The executions of some folds, on one database, and the rows that each has made. */
final class WideRig implements AutoCloseable {

    final Database database = new Database();
    final DSLContext dsl;
    final JdbcTransactionManager transactions;
    private final HistoryTables tables;

    WideRig() {
        DataSource source = database.as("chatledger_projection");
        dsl = Wired.dsl(source);
        transactions = new JdbcTransactionManager(source);
        tables = new HistoryTables(dsl, HistoryTables.REBUILD);
    }

    /** The rows that the live execution makes of the events, in batches of that size. */
    String live(Projections projections, List<TrackedEventMessage<?>> events, int batch) {
        database.empty(projections.all());
        LiveFold fold = new LiveFold(projections.lanes().getFirst(), Wired.NAMES, dsl);
        for (int from = 0; from < events.size(); from += batch) {
            process(fold, events.subList(from, Math.min(from + batch, events.size())), unit -> {});
        }
        return database.content(projections.all());
    }

    void process(
            LiveFold fold, List<TrackedEventMessage<?>> batch, Consumer<UnitOfWork<TrackedEventMessage<?>>> prepare) {
        new Batches(fold, new SpringTransactions(transactions)).process(batch, prepare);
    }

    /** The rows that a fold makes of the history up to a position. */
    String rebuilt(
            Projections projections,
            RecordedEvents history,
            @Nullable TenantId tenant,
            int segments,
            long memory,
            long end) {
        for (Projection<?, ?> projection : projections.all()) {
            tables.drop(projection.table());
            tables.create(projection.table());
        }
        HistoryFold fold = new HistoryFold(
                new MessageLog(history, message -> Fact.tenantOf(message).value()),
                dsl,
                new HistoryFold.Plan(
                        HistoryTables.REBUILD, projections.all(), tenant, new HistoryFold.Resources(segments, memory)),
                new Patient());
        fold.foldTo(end / 2);
        fold.foldTo(end);
        fold.flush();
        projections.all().forEach(projection -> tables.index(projection.table()));
        return projections.all().stream()
                .map(projection -> projection.table().getName())
                .map(view -> view + "\n" + String.join("\n", rows(view)))
                .collect(Collectors.joining("\n"));
    }

    private List<String> rows(String view) {
        return database.owner()
                .fetch("select t::text from {0} t order by t.tenant_id, t.id", DSL.name(HistoryTables.REBUILD, view))
                .getValues(0, String.class);
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    private record Patient() implements HistoryFold.Watch {
        @Override
        public void passed(long position) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
