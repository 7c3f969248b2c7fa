package io.chatledger.lab.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a broken store would do, done by hand: each must make every scenario fail. */
enum Sabotage {
    NONE(""),

    /** An acknowledged event disappears. */
    LOSE("""
            delete from event where position =
              (select max(position) from event where name = 'conversation.NoteAdded')
            """),

    /** An event is stored a second time, further on in its stream. */
    DOUBLE("""
            with head as (update event_head set position = position + 1 returning position)
            insert into event select head.position, gen_random_uuid()::text, tenant_id, aggregate_type, aggregate_id,
              (select max(sequence) + 1 from event of where of.aggregate_id = e.aggregate_id), name, revision,
              recorded_at, payload, metadata
            from head, event e
            where e.position = (select max(position) from event where name = 'conversation.NoteAdded')
            """),

    /** A projection never saw an event. */
    SKIP("delete from message_view where (tenant_id, id) = (select tenant_id, id from message_view limit 1)");

    private final String sql;

    Sabotage(String sql) {
        this.sql = sql;
    }

    /** @param connection of a superuser */
    void commit(Connection connection) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no trigger protects the history now
            statement.execute(sql);
        }
    }
}
