package io.chatledger.eventstore.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts events behind the chains of their tenants, a batch in a transaction. Belongs to one connection and thread. */
final class Linking {

    private static final int FETCH = 200;
    private static final int REMEMBERED = 10_000;

    private static final String PLACE = "select h.position, n.position from event_head h, notary_place n";

    private static final String EVENTS = """
            select tenant_id, position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
              (extract(epoch from recorded_at) * 1000000)::bigint, payload::text, metadata::text
            from event where position > ? and position <= ? order by position limit ?
            """;

    private final Connection connection;
    private final ChainLinks links;

    @SuppressWarnings("serial")
    private final Map<String, byte[]> heads = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    Linking(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.links = new ChainLinks(connection, clock);
    }

    /** @return whether there was something to link */
    boolean link(int atMost) throws SQLException {
        connection.setAutoCommit(false);
        try {
            boolean linked = linkNext(atMost);
            connection.commit();
            connection.setAutoCommit(true);
            return linked;
        } catch (SQLException | RuntimeException failure) {
            heads.clear();
            rollback(failure);
            throw failure;
        }
    }

    private void rollback(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    private boolean linkNext(int atMost) throws SQLException {
        long head;
        long place;
        try (PreparedStatement statement = connection.prepareStatement(PLACE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            head = row.getLong(1);
            place = row.getLong(2);
        }
        if (place >= head) {
            return false;
        }
        // Positions have no gaps and are seen in order: up to the head everything is there, or was taken away.
        links.begin(place);
        int count = read(place, head, atMost);
        links.end(count == atMost ? links.position() : head);
        return true;
    }

    private int read(long place, long head, int atMost) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, place);
            statement.setLong(2, head);
            statement.setInt(3, atMost);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    link(event(row));
                    count++;
                }
            }
        }
        return count;
    }

    private void link(StoredEvent event) throws SQLException {
        byte[] before = heads.get(event.tenant());
        if (before == null) {
            before = links.headOf(event.tenant());
        }
        byte[] hash = HashChain.link(before, event);
        heads.put(event.tenant(), hash);
        links.add(event.tenant(), event.position(), hash);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                row.getLong(9),
                row.getString(10),
                row.getString(11));
    }
}
