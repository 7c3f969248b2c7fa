package io.chatledger.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The newest snapshot of each aggregate that has one, apart from the events. */
final class SnapshotTable {

    private static final String KEEP = """
            insert into snapshot (event_id, tenant_id, aggregate_type, aggregate_id, sequence, name, revision,
              recorded_at, payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::json, ?::json)
            on conflict (aggregate_id) do update set event_id = excluded.event_id, tenant_id = excluded.tenant_id,
              aggregate_type = excluded.aggregate_type, sequence = excluded.sequence, name = excluded.name,
              revision = excluded.revision, recorded_at = excluded.recorded_at, payload = excluded.payload,
              metadata = excluded.metadata
            where snapshot.sequence <= excluded.sequence
            """;

    private final DataSource dataSource;

    SnapshotTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An older one than what is there is dropped. */
    void keep(EventRow snapshot) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, snapshot.message().getIdentifier());
            statement.setString(2, snapshot.tenant());
            statement.setString(3, snapshot.aggregateType());
            statement.setString(4, snapshot.aggregateId());
            statement.setLong(5, snapshot.sequence());
            statement.setString(6, snapshot.name());
            statement.setInt(7, snapshot.revision());
            statement.setString(8, snapshot.recordedAt().toString());
            statement.setString(9, snapshot.payload());
            statement.setString(10, snapshot.metaData());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new EventStoreException("The snapshot could not be stored.", failure);
        }
    }
}
