package io.chatledger.lab.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What it takes to read the log and do nothing with it: all columns, by position, with a cursor. */
final class LogRead {

    private static final int FETCH = 5_000;
    private static final int COLUMNS = 11;

    private LogRead() {}

    /** Events a second. */
    static double perSecond(BenchDatabase database) throws SQLException {
        long start = System.nanoTime();
        long events = 0;
        long characters = 0;
        try (Connection connection = RawInserts.open(database.embedded())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH);
                ResultSet row = statement.executeQuery("select position, event_id, tenant_id, aggregate_type,"
                        + " aggregate_id, sequence, name, revision, recorded_at, payload, metadata"
                        + " from event order by position");
                while (row.next()) {
                    events++;
                    for (int column = 1; column <= COLUMNS; column++) {
                        characters += row.getString(column).length();
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "plain read of the log     %8.0f events/s (%d MB of text)%n", events / seconds, characters >> 20);
        return events / seconds;
    }
}
