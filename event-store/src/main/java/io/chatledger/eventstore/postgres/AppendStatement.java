package io.chatledger.eventstore.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/**
 * The one statement that appends events. It advances the head under its row lock, so positions have no gaps and follow
 * commit order, and it commits by itself.
 */
final class AppendStatement {

    private static final String COLUMNS = "position, event_id, tenant_id, aggregate_type, aggregate_id, sequence, name,"
            + " revision, recorded_at, payload, metadata";

    private static final String ONE = """
            with head as (update event_head set position = position + 1 returning position)
            insert into event (%s)
            select position, ?, ?, ?, ?, ?, ?, ?, timestamptz 'epoch' + ? * interval '1 microsecond', ?::json, ?::json
            from head
            returning position%s
            """;

    private static final String MANY = """
            with head as (update event_head set position = position + ? returning position),
            added as (
              insert into event (%s)
              select head.position - ? + e.n, e.event_id, e.tenant_id, e.aggregate_type, e.aggregate_id, e.sequence,
                e.name, e.revision, timestamptz 'epoch' + e.recorded_at * interval '1 microsecond',
                e.payload::json, e.metadata::json
              from head, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[],
                ?::bigint[], ?::text[], ?::text[]) with ordinality as e(event_id, tenant_id, aggregate_type,
                aggregate_id, sequence, name, revision, recorded_at, payload, metadata, n))
            select position%s from head
            """;

    private final String one;
    private final String many;

    /** @param notify whether other nodes are to be woken */
    AppendStatement(boolean notify) {
        String wake = notify ? ", pg_notify('event_head', position::text)" : "";
        one = ONE.formatted(COLUMNS, wake);
        many = MANY.formatted(COLUMNS, wake);
    }

    /** @return the position of the last of the rows */
    long append(Connection connection, List<EventRow> rows) throws SQLException {
        // The driver keeps the server's prepared statement with the connection, by its text.
        try (PreparedStatement statement = connection.prepareStatement(rows.size() == 1 ? one : many)) {
            if (rows.size() == 1) {
                fill(statement, rows.getFirst());
            } else {
                fill(statement, rows, connection.unwrap(PGConnection.class));
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void fill(PreparedStatement statement, EventRow row) throws SQLException {
        statement.setString(1, row.message().getIdentifier());
        statement.setString(2, row.tenant());
        statement.setString(3, row.aggregateType());
        statement.setString(4, row.aggregateId());
        statement.setLong(5, row.sequence());
        statement.setString(6, row.name());
        statement.setInt(7, row.revision());
        statement.setLong(8, row.recordedAtMicros());
        statement.setString(9, row.payload());
        statement.setString(10, row.metaData());
    }

    private static void fill(PreparedStatement statement, List<EventRow> rows, PGConnection connection)
            throws SQLException {
        Columns columns = new Columns(rows, connection);
        statement.setInt(1, rows.size());
        statement.setInt(2, rows.size());
        statement.setArray(3, columns.texts(row -> row.message().getIdentifier()));
        statement.setArray(4, columns.texts(EventRow::tenant));
        statement.setArray(5, columns.texts(EventRow::aggregateType));
        statement.setArray(6, columns.texts(EventRow::aggregateId));
        statement.setArray(7, columns.numbers(EventRow::sequence));
        statement.setArray(8, columns.texts(EventRow::name));
        statement.setArray(9, columns.numbers(EventRow::revision));
        statement.setArray(10, columns.numbers(EventRow::recordedAtMicros));
        statement.setArray(11, columns.texts(EventRow::payload));
        statement.setArray(12, columns.texts(EventRow::metaData));
    }

    /** Arrays of these very types travel in binary, with nothing to escape. */
    private record Columns(List<EventRow> rows, PGConnection connection) {

        Array texts(Function<EventRow, String> value) throws SQLException {
            String[] texts = new String[rows.size()];
            Arrays.setAll(texts, i -> value.apply(rows.get(i)));
            return connection.createArrayOf("text", texts);
        }

        Array numbers(ToLongFunction<EventRow> value) throws SQLException {
            long[] numbers = new long[rows.size()];
            Arrays.setAll(numbers, i -> value.applyAsLong(rows.get(i)));
            return connection.createArrayOf("int8", numbers);
        }
    }
}
