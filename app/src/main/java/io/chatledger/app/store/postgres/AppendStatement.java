package io.chatledger.app.store.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The one statement that appends events. It advances the head under its row lock, so positions have no gaps and follow
 * commit order, and it commits by itself.
 */
final class AppendStatement {

    private static final String APPEND = """
            with head as (update event_head set position = position + ? returning position),
            added as (
              insert into event (position, event_id, tenant_id, aggregate_type, aggregate_id, sequence, name, revision,
                recorded_at, payload, metadata)
              select head.position - ? + e.n, e.event_id, e.tenant_id, e.aggregate_type, e.aggregate_id, e.sequence,
                e.name, e.revision, e.recorded_at, e.payload::json, e.metadata::json
              from head, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[],
                ?::timestamptz[], ?::text[], ?::text[]) with ordinality as e(event_id, tenant_id, aggregate_type,
                aggregate_id, sequence, name, revision, recorded_at, payload, metadata, n))
            select position%s from head
            """;

    private static final String TAKEN = """
            select e.aggregate_id, e.sequence from event e
            join unnest(?::text[], ?::bigint[]) as w(aggregate_id, sequence)
              on e.aggregate_id = w.aggregate_id and e.sequence = w.sequence
            """;

    private final String append;

    /** @param notify whether other nodes are to be woken */
    AppendStatement(boolean notify) {
        append = APPEND.formatted(notify ? ", pg_notify('event_head', position::text)" : "");
    }

    /** @return the position of the last of the rows */
    long append(Connection connection, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(append)) {
            statement.setInt(1, rows.size());
            statement.setInt(2, rows.size());
            int at = 3;
            statement.setArray(
                    at++, array(connection, "text", rows, row -> row.message().getIdentifier()));
            statement.setArray(at++, array(connection, "text", rows, EventRow::tenant));
            statement.setArray(at++, array(connection, "text", rows, EventRow::aggregateType));
            statement.setArray(at++, array(connection, "text", rows, EventRow::aggregateId));
            statement.setArray(at++, array(connection, "bigint", rows, EventRow::sequence));
            statement.setArray(at++, array(connection, "text", rows, EventRow::name));
            statement.setArray(at++, array(connection, "int", rows, EventRow::revision));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "timestamptz",
                            rows,
                            row -> row.recordedAt().toString()));
            statement.setArray(at++, array(connection, "text", rows, EventRow::payload));
            statement.setArray(at, array(connection, "text", rows, EventRow::metaData));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Which of the rows' places are taken by others already. */
    Set<Place> taken(Connection connection, List<EventRow> rows) throws SQLException {
        Set<Place> places = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setArray(1, array(connection, "text", rows, EventRow::aggregateId));
            statement.setArray(2, array(connection, "bigint", rows, EventRow::sequence));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    places.add(new Place(result.getString(1), result.getLong(2)));
                }
            }
        }
        return places;
    }

    /**
     * Where the row was stored, once no append is under way any more; 0 if it was not. The lock on the head waits for
     * a transaction whose connection we lost.
     */
    long positionOf(Connection connection, EventRow row) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select position from event_head for update")) {
            lock.executeQuery().close();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select position from event where aggregate_id = ? and sequence = ? and event_id = ?")) {
            statement.setString(1, row.aggregateId());
            statement.setLong(2, row.sequence());
            statement.setString(3, row.message().getIdentifier());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** Somebody else has the place. */
    static boolean isConflict(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    /** Trying again the same would fail the same: bad data (22), broken rules (23), no rights or tables (42). */
    static boolean isHopeless(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    private static Array array(Connection connection, String type, List<EventRow> rows, Function<EventRow, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** A place in a stream that only one event can have. */
    record Place(String aggregateId, long sequence) {
        static Place of(EventRow row) {
            return new Place(row.aggregateId(), row.sequence());
        }
    }
}
