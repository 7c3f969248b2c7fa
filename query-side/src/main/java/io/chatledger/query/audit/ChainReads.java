package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.StoredEvent;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.TenantReads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a tenant's events as they are stored, and the chain that belongs to them, in portions. */
@Component
class ChainReads {

    static final String COLUMNS =
            "tenant_id, position, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
                    + " (extract(epoch from recorded_at) * 1000000)::bigint, payload::text, metadata::text";

    private static final int PORTION = 500;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    private static final String EVENTS = "select " + COLUMNS
            + " from event where tenant_id = ? and position > ? and position <= ? order by position limit " + PORTION;

    private static final String HASHES = "select position, hash from event_hash"
            + " where tenant_id = ? and position > ? and position <= ? order by position limit " + PORTION;

    private static final String STATE = """
            select h.position, n.position, (select min(first_position) from event_gap), c.position, c.events, c.hash
            from event_head h cross join notary_place n
            left join chain_head c on c.tenant_id = ?
            """;

    private final TenantReads reads;
    private final boolean here;

    ChainReads(TenantReads reads, @Value("${chatledger.event-store:postgres}") String engine) {
        this.reads = reads;
        this.here = engine.equalsIgnoreCase("postgres");
    }

    /**
     * Reads in one transaction that cannot take for ever.
     *
     * @throws DomainProblem {@code hash-chain-off} where the events are somewhere else
     */
    <T> T read(TenantId tenant, Function<DSLContext, T> work) {
        requireChain();
        return reads.read(tenant, database -> {
            database.execute("set local statement_timeout = " + LONGEST_STATEMENT.toMillis());
            return work.apply(database);
        });
    }

    /** @throws DomainProblem {@code hash-chain-off} where the events are somewhere else */
    void requireChain() {
        if (!here) {
            throw DomainProblem.conflict(
                    "hash-chain-off",
                    "The events are in Axon Server; with that engine there is no hash chain and no audit of events.");
        }
    }

    ChainState state(TenantId tenant) {
        return read(tenant, database -> {
            Record row = database.fetchSingle(STATE, tenant.value());
            Long last = row.get(3, Long.class);
            Long events = row.get(4, Long.class);
            return new ChainState(
                    row.get(0, long.class),
                    row.get(1, long.class),
                    row.get(2, Long.class),
                    last == null ? 0 : last,
                    events == null ? 0 : events,
                    row.get(5, byte[].class));
        });
    }

    /**
     * Waits until the chain covers all that is stored now.
     *
     * @return the state then, or after the time if it does not get there
     */
    ChainState awaitLinked(TenantId tenant, Duration patience) {
        ChainState state = state(tenant);
        long wanted = state.head();
        long end = System.nanoTime() + patience.toNanos();
        while (state.linked() < wanted && System.nanoTime() < end) {
            pause();
            state = state(tenant);
        }
        return state;
    }

    /** The next of a tenant's events and hashes, in order; empty where nothing follows. */
    List<LinkedEvent> after(TenantId tenant, long position, long upTo) {
        return read(tenant, database -> {
            Result<Record> events = database.fetch(EVENTS, tenant.value(), position, upTo);
            Result<Record> hashes = database.fetch(HASHES, tenant.value(), position, upTo);
            // A full portion says nothing about what comes behind its end.
            return merged(events, hashes, Math.min(end(events, 1, upTo), end(hashes, 0, upTo)));
        });
    }

    static StoredEvent event(Record row) {
        return new StoredEvent(
                row.get(0, String.class),
                row.get(1, long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, long.class),
                row.get(6, String.class),
                row.get(7, int.class),
                row.get(8, long.class),
                row.get(9, String.class),
                row.get(10, String.class));
    }

    private static long end(Result<Record> rows, int column, long upTo) {
        return rows.size() < PORTION ? upTo : rows.getLast().get(column, long.class);
    }

    private static List<LinkedEvent> merged(Result<Record> events, Result<Record> hashes, long end) {
        Map<Long, LinkedEvent> found = new TreeMap<>();
        for (Record row : events) {
            StoredEvent event = event(row);
            found.put(event.position(), new LinkedEvent(event.position(), event, null));
        }
        for (Record row : hashes) {
            long at = row.get(0, long.class);
            byte[] hash = row.get(1, byte[].class);
            LinkedEvent known = found.get(at);
            found.put(at, new LinkedEvent(at, known == null ? null : known.event(), hash));
        }
        List<LinkedEvent> portion = new ArrayList<>(found.size());
        found.values().stream().filter(one -> one.position() <= end).forEach(portion::add);
        return portion;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The one number that a question is answered with; null where there is none. */
    @Nullable
    Long number(TenantId tenant, String sql, Object... arguments) {
        return read(tenant, database -> {
            Record row = database.fetchOne(sql, arguments);
            return row == null ? null : row.get(0, Long.class);
        });
    }
}
