package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores batches, whatever the database does meanwhile, and answers everybody in them. Belongs to one thread. */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** More than one silent attempt: whatever else, it is looked up whether what was sent is stored. */
    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(6);

    private final AppendSession session;
    private final AppendStatement statement;
    private final EventTail tail;
    private final AppendMetrics metrics;
    private final Runnable doubts;
    private boolean ailing;

    /** @param doubts told of each failure that may be the database's */
    Appender(AppendSession session, AppendStatement statement, EventTail tail, AppendMetrics metrics, Runnable doubts) {
        this.doubts = doubts;
        this.session = session;
        this.statement = statement;
        this.tail = tail;
        this.metrics = metrics;
    }

    void append(List<Append> batch) {
        try {
            new Storing(withoutRivals(batch)).run();
        } catch (RuntimeException | Error failure) {
            // Whatever it is, nobody may be left waiting.
            LOG.error("Unexpected failure while appending", failure);
            batch.forEach(append -> append.position()
                    .completeExceptionally(
                            new UnknownOutcomeException("It is not known whether the events are stored.", failure)));
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Of two commands in one batch that want the same place only the first can have it. */
    private static List<Append> withoutRivals(List<Append> batch) {
        Set<Append.Place> wanted = new HashSet<>();
        List<Append> open = new ArrayList<>(batch.size());
        for (Append append : batch) {
            if (append.hasItsPlaces(wanted)) {
                open.add(append);
            } else {
                append.conflict();
            }
        }
        return open;
    }

    /** Those that an attempt has stored whose answer was lost are answered, and those that were too late. */
    private List<Append> withoutSettled(List<Append> open, Connection connection) throws SQLException {
        StoredPlaces places = StoredPlaces.once(connection, rowsOf(open));
        List<Append> left = new ArrayList<>(open.size());
        for (Append append : open) {
            Long position = places.positionOf(append);
            if (position != null) {
                tail.advancedTo(position);
                append.position().complete(position);
            } else if (places.isTakenFrom(append)) {
                append.conflict();
            } else {
                left.add(append);
            }
        }
        return left;
    }

    private void succeed(List<Append> open, List<EventRow> rows, long last, long start) {
        ailing = false;
        tail.appended(rows, last);
        long position = last - rows.size();
        for (Append append : open) {
            position += append.rows().size();
            append.position().complete(position);
        }
        metrics.stored(open.size(), rows.size(), System.nanoTime() - start);
    }

    private void fail(List<Append> open, Exception cause, boolean unsure) {
        complain("Could not append {} commands: {}", open.size(), cause);
        ailing = true;
        doubts.run();
        session.close();
        EventStoreException failure = unsure
                ? new UnknownOutcomeException("It is not known whether the events are stored.", cause)
                : new EventStoreException("The events could not be stored.", cause);
        open.forEach(append -> append.position().completeExceptionally(failure));
    }

    /** Once, until an append succeeds again. */
    private void complain(String what, int commands, Exception failure) {
        if (!ailing) {
            LOG.warn(what, commands, failure.getMessage());
        }
    }

    private static List<EventRow> rowsOf(List<Append> appends) {
        List<EventRow> rows = new ArrayList<>(appends.size() * 2);
        appends.forEach(append -> rows.addAll(append.rows()));
        return rows;
    }

    /** The way of a batch, or of what is left of it, until everybody in it is answered. */
    private final class Storing {

        private final long start = System.nanoTime();
        // Once the database is known to be away, those who come next are not kept waiting for long.
        private final long patience = ailing ? PATIENCE.toNanos() / 8 : PATIENCE.toNanos();
        private List<Append> open;
        private boolean sent;
        private boolean unsure;
        private boolean lookFirst;

        private Storing(List<Append> open) {
            this.open = open;
        }

        void run() {
            for (int attempt = 1; !open.isEmpty(); attempt++) {
                sent = false;
                try {
                    attempt(session.open());
                } catch (SQLException failure) {
                    goOnAfter(failure, attempt);
                }
            }
        }

        private void attempt(Connection connection) throws SQLException {
            if (lookFirst) {
                open = withoutSettled(open, connection);
                unsure = false;
                lookFirst = false;
                return;
            }
            List<EventRow> rows = rowsOf(open);
            sent = true;
            succeed(open, rows, statement.append(connection, rows), start);
            open = List.of();
        }

        private void goOnAfter(SQLException failure, int attempt) {
            if (sent) {
                unsure = AppendFailure.isUnclear(failure);
            }
            lookFirst |= unsure || AppendFailure.isConflict(failure);
            if (AppendFailure.isOfOneCommand(failure) && open.size() > 1) {
                // One command's data cannot be stored, whatever the others': find it by halves.
                new Storing(open.subList(0, open.size() / 2)).run();
                open = open.subList(open.size() / 2, open.size());
            } else if (AppendFailure.isFinal(failure) || isOverdue()) {
                fail(open, failure, unsure);
                open = List.of();
            } else if (!AppendFailure.isConflict(failure)) {
                if (attempt == 1) {
                    complain("Append of {} commands failed, trying again: {}", open.size(), failure);
                }
                doubts.run();
                session.close();
                AppendFailure.pause(attempt);
            }
        }

        private boolean isOverdue() {
            return System.nanoTime() - start - (unsure ? TIME_TO_LOOK.toNanos() : 0) > patience;
        }
    }
}
