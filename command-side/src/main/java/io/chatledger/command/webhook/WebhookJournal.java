package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of raw bodies. Each statement is a transaction of its own. A row in state {@code received} is worked on by
 * the node that holds its lease; its tenant is the one that asked for it to be processed again, else the platform.
 */
class WebhookJournal {

    static final int SWEEP_LIMIT = 100;

    private static final String HELD =
            "(j.state = 'received' and j.claimed_by is not null and j.claimed_until > now())";
    private static final String COLUMNS =
            "j.id, j.source, j.received_at, j.repeats, j.attempts, j.tenant_id, octet_length(j.body) as size,"
                    + " j.arrival";

    private static final String APPEND =
            """
            insert into webhook_journal as j
              (id, source, received_at, body_hash, body, sealed, state, claimed_by, claimed_until)
            values (:id, :source, :receivedAt, :hash, :body, true, 'received', cast(:node as text),
              case when cast(:node as text) is null then null else LEASE end)
            on conflict (source, body_hash) do update set repeats = j.repeats + 1, state = 'received',
              claimed_by = case when HELD then j.claimed_by else excluded.claimed_by end,
              claimed_until = case when HELD then j.claimed_until else excluded.claimed_until end
            returning COLUMNS, j.repeats > 0 as again, (j.claimed_until = LEASE) is true as mine
            """.replace("LEASE", JournalLeases.UNTIL).replace("HELD", HELD).replace("COLUMNS", COLUMNS);

    private static final String SWEEP = """
            update webhook_journal j set claimed_by = :node, claimed_until = LEASE
            from (select id, claimed_by is not null or attempts > 0 or repeats > 0 as again
                  from webhook_journal
                  where state = 'received'
                    and (claimed_until is null or claimed_until <= now())
                  order by received_at, id limit LIMIT for update skip locked) due
            where j.id = due.id
            returning COLUMNS, due.again, true as mine
            """.replace("LEASE", JournalLeases.UNTIL)
            .replace("LIMIT", Integer.toString(SWEEP_LIMIT))
            .replace("COLUMNS", COLUMNS);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final JournalBodies bodies;
    private final String node;
    private final JournalLeases leases;

    WebhookJournal(DataSource store, JournalBodies bodies, String node, InstantSource clock) {
        this.clock = clock;
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
        this.node = node;
        this.leases = new JournalLeases(jdbc, node);
    }

    JournalLeases leases() {
        return leases;
    }

    /**
     * Makes a body durable.
     *
     * @param take whether this node wants to work on it at once
     * @return the delivery if this node holds it now
     */
    Optional<JournalledDelivery> append(String source, byte[] body, byte[] hash, boolean take) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        return jdbc.sql(APPEND)
                .param("id", id)
                .param("source", source)
                .param("receivedAt", now.atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .param("body", bodies.seal(id, body))
                .param("node", take ? node : null)
                .query((row, number) -> row.getBoolean("mine") && take
                        ? Optional.of(delivery(row, body.length)) // what is kept of it may have been removed
                        : NOT_MINE)
                .single();
    }

    private static final Optional<JournalledDelivery> NOT_MINE = Optional.empty();

    /** Takes up what nobody holds, the oldest first. */
    List<JournalledDelivery> sweep() {
        return jdbc
                .sql(SWEEP)
                .param("node", node)
                .query((row, number) -> delivery(row, row.getInt("size")))
                .list()
                .stream()
                .sorted(Comparator.comparing(JournalledDelivery::receivedAt).thenComparing(JournalledDelivery::id))
                .toList();
    }

    byte[] body(UUID id) {
        return jdbc.sql("select id, body, sealed from webhook_journal where id = :id")
                .param("id", id)
                .query((row, number) -> bodies.open(row))
                .single();
    }

    /** See {@link io.chatledger.command.Arrivals}. */
    long newestArrival() {
        return jdbc.sql("select last_value from webhook_arrival")
                .query(Long.class)
                .single();
    }

    /**
     * Has a delivery processed once more, for one tenant.
     *
     * @return false if there is no body any more
     */
    boolean reopen(UUID id, TenantId askedBy) {
        return jdbc.sql("update webhook_journal set state = 'received', tenant_id = :tenant"
                                + " where id = :id and octet_length(body) > 0")
                        .param("tenant", askedBy.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static JournalledDelivery delivery(ResultSet row, int size) throws SQLException {
        return new JournalledDelivery(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("repeats"),
                row.getInt("attempts"),
                row.getBoolean("again"),
                new TenantId(row.getString("tenant_id")),
                size,
                row.getLong("arrival"));
    }
}
