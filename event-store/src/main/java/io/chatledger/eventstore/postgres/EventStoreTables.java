package io.chatledger.eventstore.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the tables where they are not there: in applications that have no migrations of their own to copy them to. Theirs
 * is to give the rights, and policies if rows are to be kept apart.
 */
public final class EventStoreTables {

    private EventStoreTables() {}

    /** The events, where they have come to, and snapshots. */
    public static void create(DataSource owner) throws SQLException {
        run("/io/chatledger/eventstore/postgres/tables.sql", owner);
    }

    /** The hash chain and what is signed about it. */
    public static void createChain(DataSource owner) throws SQLException {
        run("/io/chatledger/eventstore/chain/tables.sql", owner);
    }

    private static void run(String script, DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                InputStream file = Objects.requireNonNull(EventStoreTables.class.getResourceAsStream(script))) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
