package io.chatledger.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Reads events as they are stored, in portions. */
final class EventReader {

    private static final String COLUMNS = "select event_id, aggregate_type, aggregate_id, sequence, name, revision,"
            + " recorded_at, payload::text, metadata::text";

    private static final String WHOLE = "(" + COLUMNS + ", false from event where aggregate_id = ?"
            + " and not exists (select from snapshot where aggregate_id = ?) order by sequence limit ?)"
            + " union all " + COLUMNS + ", true from snapshot where aggregate_id = ?";

    private final DataSource dataSource;

    EventReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    DataSource dataSource() {
        return dataSource;
    }

    List<DomainEventData<String>> ofAggregate(String aggregateId, long fromSequence, int atMost) {
        return query(
                COLUMNS + " from event where aggregate_id = ? and sequence >= ? order by sequence limit ?",
                EventReader::entry,
                aggregateId,
                fromSequence,
                atMost);
    }

    /** All events of a short stream without a snapshot, in one question; null if it is long or has one. */
    @Nullable
    List<DomainEventData<String>> wholeStream(String aggregateId, int atMost) {
        List<Optional<DomainEventData<String>>> rows = query(
                WHOLE,
                row -> row.getBoolean(10) ? Optional.empty() : Optional.of(entry(row)),
                aggregateId,
                aggregateId,
                atMost,
                aggregateId);
        return rows.size() == atMost || rows.contains(Optional.<DomainEventData<String>>empty())
                ? null
                : rows.stream().flatMap(Optional::stream).toList();
    }

    Optional<DomainEventData<String>> snapshotOf(String aggregateId) {
        return query(COLUMNS + " from snapshot where aggregate_id = ?", EventReader::entry, aggregateId).stream()
                .findFirst();
    }

    List<TrackedEventData<String>> after(long position, int atMost) {
        return query(
                COLUMNS + ", position from event where position > ? order by position limit ?",
                EventReader::tracked,
                position,
                atMost);
    }

    /** The aggregates that have events after the first position, up to the second. */
    List<String> aggregatesBetween(long after, long upTo) {
        return query(
                "select distinct aggregate_id from event where position > ? and position <= ?",
                row -> row.getString(1),
                after,
                upTo);
    }

    long head() {
        return query("select position from event_head", row -> row.getLong(1)).getFirst();
    }

    Optional<Long> lastSequence(String aggregateId) {
        return query(
                        "select sequence from event where aggregate_id = ? order by sequence desc limit 1",
                        row -> row.getLong(1),
                        aggregateId)
                .stream()
                .findFirst();
    }

    /** The position just before the first event at or after the time; the head if there is none. */
    long positionBefore(Instant time) {
        return query(
                        "select coalesce(min(position) - 1, (select position from event_head)) from event"
                                + " where recorded_at >= ?",
                        row -> row.getLong(1),
                        Timestamp.from(time))
                .getFirst();
    }

    private <T> List<T> query(String sql, Mapping<T> mapping, @Nullable Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(mapping.of(result));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new EventStoreException("The event store cannot be read.", failure);
        }
    }

    private static TrackedEventData<String> tracked(ResultSet row) throws SQLException {
        TrackingToken token = new GlobalSequenceTrackingToken(row.getLong(10));
        DomainEventData<String> entry = entry(row);
        return entry.getType() == null ? new LooseEvent(token, entry) : new TrackedDomainEventData<>(token, entry);
    }

    private static DomainEventData<String> entry(ResultSet row) throws SQLException {
        int revision = row.getInt(6);
        return new GenericDomainEventEntry<>(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(1),
                row.getTimestamp(7).toInstant().toString(), // as text: Axon would cut an Instant to milliseconds
                row.getString(5),
                revision == EventRow.NO_REVISION ? null : Integer.toString(revision),
                row.getString(8),
                row.getString(9));
    }

    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }
}
