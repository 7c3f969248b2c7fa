package io.chatledger.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has the places that a batch wants, as far as anybody has. */
final class StoredPlaces {

    private static final String LOOK_UP = """
            select e.aggregate_id, e.sequence, e.event_id, e.position from event e
            join unnest(?::text[], ?::bigint[]) as w(aggregate_id, sequence)
              on e.aggregate_id = w.aggregate_id and e.sequence = w.sequence
            """;

    private record Stored(String eventId, long position) {}

    private final Map<Append.Place, Stored> stored = new HashMap<>();

    private StoredPlaces() {}

    /**
     * Takes the head's lock first, so that it waits for a statement under way, whoever sent it: one whose connection
     * was lost may still end either way.
     */
    static StoredPlaces once(Connection connection, List<EventRow> rows) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.executeQuery("select position from event_head for update").close();
        }
        return lookUp(connection, rows);
    }

    private static StoredPlaces lookUp(Connection connection, List<EventRow> rows) throws SQLException {
        StoredPlaces places = new StoredPlaces();
        try (PreparedStatement statement = connection.prepareStatement(LOOK_UP)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(EventRow::aggregateId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(EventRow::sequence).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.stored.put(
                            new Append.Place(row.getString(1), row.getLong(2)),
                            new Stored(row.getString(3), row.getLong(4)));
                }
            }
        }
        return places;
    }

    /** Where the append's last event is stored, if it was this append that stored it; else null. */
    @Nullable
    Long positionOf(Append append) {
        EventRow last = append.rows().getLast();
        Stored there = stored.get(Append.Place.of(last));
        return there != null && there.eventId().equals(last.message().getIdentifier()) ? there.position() : null;
    }

    /** Whether others have a place that the append wants. */
    boolean isTakenFrom(Append append) {
        return positionOf(append) == null
                && append.places().stream().map(stored::get).anyMatch(Objects::nonNull);
    }
}
