package io.chatledger.projection.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.MessageLog;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Database;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import io.chatledger.projection.live.LaneMoves;
import io.chatledger.projection.live.StoredPositions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database, a history in memory, live processors at work, and rebuilds that can be held. */
final class RebuildRig implements AutoCloseable {

    final Database database = new Database();
    final RecordedEvents history = new RecordedEvents();
    final EventLog log =
            new MessageLog(history, message -> Fact.tenantOf(message).value());
    final Steps steps = new Steps();
    final Projections projections;
    final DSLContext dsl;
    final TransactionTemplate transactions;
    final LiveProcessors live;
    final Rebuild rebuild;
    final ProjectionStatuses statuses;
    private HistoryFold.Resources resources = new HistoryFold.Resources(2, 200_000);

    RebuildRig() {
        DataSource source = database.as("chatledger_projection");
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        dsl = Wired.dsl(source);
        projections = Wired.projections();
        live = new LiveProcessors(
                projections, history, source, new SpringTransactions(new JdbcTransactionManager(source)));
        rebuild = rebuild(source, steps);
        statuses = statuses(log);
    }

    ProjectionStatuses statuses(EventLog read) {
        return new ProjectionStatuses(
                projections,
                rebuild,
                read,
                new StoredPositions(dsl),
                new HistoryTables(dsl, HistoryTables.RETIRED),
                live,
                new Builds(dsl));
    }

    /** As another process has it. */
    Rebuild rebuild(DataSource source, Steps watched) {
        DSLContext own = Wired.dsl(source);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        RebuildPass pass = new RebuildPass(log, own, transactions, resources, watched);
        return new Rebuild(projections, pass, log, Clock.systemUTC());
    }

    OutdatedProjections outdated() {
        LaneMoves moves = new LaneMoves(projections, dsl, transactions);
        return new OutdatedProjections(
                projections, rebuild, moves, new Builds(dsl), new StoredPositions(dsl), log, Duration.ofMillis(20));
    }

    void record(List<Fact> facts) {
        history.record(facts);
    }

    /** The first events there are, and the rows that come of them. */
    void begin(List<Fact> facts) {
        record(facts);
        awaitCurrent();
    }

    void awaitCurrent() {
        await().atMost(60, SECONDS)
                .until(() -> statuses.all().stream()
                        .allMatch(one -> one.position() == history.all().size()));
    }

    List<String> names() {
        return projections.all().stream().map(projection -> projection.name()).toList();
    }

    /** Every byte of the views. */
    String content() {
        return database.content(projections.all());
    }

    /** All that the database knows of the views beside their rows. */
    String definition() {
        return database.owner().fetch("""
                select c.relname, pg_get_userbyid(c.relowner), c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
                  c.relpersistence, c.relkind,
                  (select string_agg(e::text, ',' order by e::text) from unnest(c.relacl) e),
                  (select string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                     a.attgenerated, a.attstorage, pg_get_expr(d.adbin, d.adrelid)), '; ' order by a.attnum)
                   from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                  (select string_agg(pg_get_indexdef(i.indexrelid), '; ' order by i.indexrelid::regclass::text)
                   from pg_index i where i.indrelid = c.oid and i.indisvalid),
                  (select string_agg(concat_ws(' ', k.conname, k.contype, pg_get_constraintdef(k.oid)), '; '
                     order by k.conname) from pg_constraint k where k.conrelid = c.oid),
                  (select string_agg(p::text, '; ' order by p.policyname) from pg_policies p
                   where p.schemaname = n.nspname and p.tablename = c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relname like '%\\_view' order by c.relname
                """).formatCSV();
    }

    /** The tables of a schema. */
    List<String> tables(String schema) {
        return database
                .owner()
                .fetch("select tablename from pg_tables where schemaname = {0} order by tablename", DSL.val(schema))
                .stream()
                .map(row -> row.get(0, String.class))
                .collect(Collectors.toList());
    }

    @Override
    public void close() throws Exception {
        live.close();
        rebuild.close();
        database.close();
    }
}
