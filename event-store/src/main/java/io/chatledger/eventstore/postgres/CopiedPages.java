package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventDecoder;
import io.chatledger.eventstore.EventLog.Page;
import io.chatledger.eventstore.EventLog.Pages;
import io.chatledger.eventstore.EventLog.Stretch;
import io.chatledger.eventstore.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads events with COPY, in statements of limited length: one that lasts as long as a rebuild would keep the database
 * from cleaning up behind every append.
 */
final class CopiedPages implements Pages {

    private static final int ROWS_PER_STATEMENT = 20_000;
    private static final int EVENTS_PER_PAGE = 250;
    private static final int BYTES_PER_PAGE = 1 << 18;

    private final Connection connection;
    private final Stretch stretch;
    private final Set<String> names;
    private final EventDecoder decoder;

    private @Nullable CopyOut copy;
    private long position;
    private long end;
    private int rowsOfStatement;

    CopiedPages(DataSource dataSource, Stretch stretch, Set<String> names, EventDecoder decoder) {
        this.stretch = stretch;
        this.names = names;
        this.decoder = decoder;
        this.position = stretch.after();
        try {
            this.connection = dataSource.getConnection();
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public @Nullable Page next() {
        if (position >= stretch.upTo()) {
            return null;
        }
        try {
            return read();
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private Page read() throws SQLException {
        CopyOut rows = copy == null ? begin() : copy;
        List<LoggedEvent> events = new ArrayList<>();
        int bytes = 0;
        while (events.size() < EVENTS_PER_PAGE && bytes < BYTES_PER_PAGE) {
            byte[] row = rows.readFromCopy();
            if (row == null) {
                copy = null;
                position = rowsOfStatement == ROWS_PER_STATEMENT ? position : end;
                return new Page(events, position);
            }
            CopiedEvent event = CopiedEvent.of(row, decoder);
            if (event != null) {
                events.add(event);
                position = event.position();
                bytes += row.length;
                rowsOfStatement++;
            }
        }
        return new Page(events, position);
    }

    private CopyOut begin() throws SQLException {
        // Those of one tenant are few among all the others, and have an index of their own.
        end = stretch.tenant() == null ? Math.min(stretch.upTo(), position + ROWS_PER_STATEMENT) : stretch.upTo();
        rowsOfStatement = 0;
        PGConnection postgres = connection.unwrap(PGConnection.class);
        CopyOut begun = postgres.getCopyAPI().copyOut(statement(postgres));
        copy = begun;
        return begun;
    }

    /** COPY takes no parameters. */
    private String statement(PGConnection quoting) throws SQLException {
        String tenant =
                stretch.tenant() == null ? "" : " and tenant_id = '" + quoting.escapeLiteral(stretch.tenant()) + "'";
        List<String> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add("'" + quoting.escapeLiteral(name) + "'");
        }
        return "copy (select position, tenant_id, aggregate_id, name, revision, payload from event"
                + " where position > " + position + " and position <= " + end + tenant
                + " and name = any (array[" + String.join(",", wanted) + "]::text[]) order by position limit "
                + ROWS_PER_STATEMENT
                + ") to stdout (format binary)";
    }

    /** Reads what is left of a statement: to cancel one may hit the next one of the connection. */
    @Override
    public void close() {
        try (connection) {
            while (copy != null && copy.readFromCopy() != null) {
                rowsOfStatement++;
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static EventStoreException unreadable(SQLException failure) {
        return new EventStoreException("The event store cannot be read.", failure);
    }
}
