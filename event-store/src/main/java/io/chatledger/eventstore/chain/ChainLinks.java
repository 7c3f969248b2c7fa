package io.chatledger.eventstore.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links of one batch, and the tables that they are written to. */
final class ChainLinks {

    private static final String HEAD = "select hash from chain_head where tenant_id = ?";

    /** A hash that somebody has put there before stays: it does not fit, and that is to be found. */
    private static final String LINKS = "insert into event_hash (tenant_id, position, hash)"
            + " select * from unnest(?::text[], ?::bigint[], ?::bytea[]) on conflict do nothing";

    private static final String HEADS = """
            insert into chain_head as head (tenant_id, position, events, hash, waiting_since)
            select tenant, position, events, hash, ?
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[]) as batch(tenant, position, events, hash)
            on conflict (tenant_id) do update set position = excluded.position,
              events = head.events + excluded.events, hash = excluded.hash,
              waiting_since = coalesce(head.waiting_since, excluded.waiting_since)
            """;

    private static final String GAP = "insert into event_gap (first_position, last_position, found_at)"
            + " values (?, ?, ?) on conflict do nothing";

    private record Link(String tenant, long position, byte[] hash) {}

    private final Connection connection;
    private final InstantSource clock;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Link> last = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long position;

    ChainLinks(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Begins a batch behind a position. */
    void begin(long place) {
        position = place;
        links.clear();
        last.clear();
        counts.clear();
    }

    long position() {
        return position;
    }

    /** Where a tenant's chain ends. */
    byte[] headOf(String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : HashChain.genesis(tenant);
            }
        }
    }

    void add(String tenant, long at, byte[] hash) throws SQLException {
        noteGap(at - 1);
        Link link = new Link(tenant, at, hash);
        links.add(link);
        last.put(tenant, link);
        counts.merge(tenant, 1L, Long::sum);
        position = at;
    }

    /** Writes the batch; the next one begins behind this position. */
    void end(long upTo) throws SQLException {
        noteGap(upTo);
        write(LINKS, 1, links, statement -> {});
        write(HEADS, 2, last.values(), statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(
                    4, connection.createArrayOf("bigint", counts.values().toArray()));
        });
        try (PreparedStatement statement = connection.prepareStatement("update notary_place set position = ?")) {
            statement.setLong(1, upTo);
            statement.executeUpdate();
        }
    }

    private void noteGap(long end) throws SQLException {
        if (end <= position) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(GAP)) {
            statement.setLong(1, position + 1);
            statement.setLong(2, end);
            statement.setTimestamp(3, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        }
    }

    /** @param first parameter of the tenants; the positions follow, and the hashes are the last */
    private void write(String sql, int first, Iterable<Link> what, More more) throws SQLException {
        List<String> tenants = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (Link link : what) {
            tenants.add(link.tenant());
            positions.add(link.position());
            hashes.add(link.hash());
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = (int) sql.chars().filter(c -> c == '?').count();
            statement.setArray(first, connection.createArrayOf("text", tenants.toArray()));
            statement.setArray(first + 1, connection.createArrayOf("bigint", positions.toArray()));
            statement.setArray(parameters, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            more.fill(statement);
            statement.executeUpdate();
        }
    }

    private interface More {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
