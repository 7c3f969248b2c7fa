package io.chatledger.app.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one appender of this node. It takes whatever waits, appends it in one statement and one commit, and answers
 * everybody. It never waits for more: with one client a batch is one command, with many they share the commit.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WAITING_AT_MOST = 4096;
    private static final int COMMANDS_A_BATCH = 512;
    private static final int EVENTS_A_BATCH = 2048;
    private static final int TRIES = 20;

    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final DataSource dataSource;
    private final AppendStatement statement;
    private final EventTail tail;
    private final Thread appender;
    private volatile boolean closed;
    private volatile boolean ended;

    GroupCommit(DataSource dataSource, AppendStatement statement, EventTail tail) {
        this.dataSource = dataSource;
        this.statement = statement;
        this.tail = tail;
        this.appender = Thread.ofPlatform().name("event-appender").daemon().start(this::run);
    }

    /** @throws EventStoreException if the store is closed or too much waits already; then nothing is stored */
    void submit(Append append) {
        if (closed || !waiting.offer(append)) {
            throw closed ? closed() : new EventStoreException("The event store is overloaded.");
        }
        if (ended && waiting.remove(append)) {
            throw closed();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (!appender.join(java.time.Duration.ofSeconds(20))) {
                LOG.warn("The appender did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            List<Append> batch = take();
            if (!batch.isEmpty()) {
                appendAll(batch);
            }
        }
        ended = true;
        // Whoever came between the last look and the end is answered here or in submit(), never left waiting.
        for (Append late = waiting.poll(); late != null; late = waiting.poll()) {
            late.position().completeExceptionally(closed());
        }
    }

    private static EventStoreException closed() {
        return new EventStoreException("The event store is closed.");
    }

    private List<Append> take() {
        List<Append> batch = new ArrayList<>();
        try {
            Append first = waiting.poll(100, TimeUnit.MILLISECONDS);
            int events = 0;
            for (Append next = first; next != null; next = waiting.poll()) {
                batch.add(next);
                events += next.rows().size();
                if (batch.size() >= COMMANDS_A_BATCH || events >= EVENTS_A_BATCH) {
                    break;
                }
            }
        } catch (InterruptedException ignored) {
            // Only close() ends the appender; what was taken is still to be stored.
            LOG.debug("interrupted");
        }
        return batch;
    }

    private void appendAll(List<Append> batch) {
        List<Append> open = withoutRivals(batch);
        boolean unsure = false;
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            List<EventRow> rows = rowsOf(open);
            try (Connection connection = dataSource.getConnection()) {
                long last = unsure ? statement.positionOf(connection, rows.getLast()) : 0;
                succeed(open, rows, last > 0 ? last : statement.append(connection, rows));
                return;
            } catch (SQLException failure) {
                if (AppendStatement.isConflict(failure)) {
                    open = withoutTaken(open, rows);
                } else if (attempt >= TRIES || AppendStatement.isHopeless(failure)) {
                    fail(open, failure);
                    return;
                } else {
                    LOG.warn("Append failed, trying again: {}", failure.getMessage());
                    unsure = true;
                    pause(attempt);
                }
            } catch (RuntimeException failure) {
                fail(open, failure);
                return;
            }
        }
    }

    /** Of two commands in one batch that want the same place only the first can have it. */
    private static List<Append> withoutRivals(List<Append> batch) {
        Set<AppendStatement.Place> wanted = new HashSet<>();
        List<Append> open = new ArrayList<>(batch.size());
        for (Append append : batch) {
            List<AppendStatement.Place> places =
                    append.rows().stream().map(AppendStatement.Place::of).toList();
            if (places.stream().anyMatch(wanted::contains) || new HashSet<>(places).size() < places.size()) {
                append.conflict();
            } else {
                wanted.addAll(places);
                open.add(append);
            }
        }
        return open;
    }

    private List<Append> withoutTaken(List<Append> open, List<EventRow> rows) {
        try (Connection connection = dataSource.getConnection()) {
            Set<AppendStatement.Place> taken = statement.taken(connection, rows);
            List<Append> left = new ArrayList<>(open.size());
            for (Append append : open) {
                if (append.rows().stream().map(AppendStatement.Place::of).anyMatch(taken::contains)) {
                    append.conflict();
                } else {
                    left.add(append);
                }
            }
            return left;
        } catch (SQLException failure) {
            LOG.warn("Could not find the conflicting command: {}", failure.getMessage());
            return open;
        }
    }

    private void succeed(List<Append> open, List<EventRow> rows, long last) {
        tail.appended(rows, last);
        long position = last - rows.size();
        for (Append append : open) {
            position += append.rows().size();
            append.position().complete(position);
        }
    }

    private static void fail(List<Append> open, Exception cause) {
        LOG.error("Could not append {} commands: {}", open.size(), cause.getMessage());
        for (Append append : open) {
            append.position().completeExceptionally(new EventStoreException("The events could not be stored.", cause));
        }
    }

    private static List<EventRow> rowsOf(List<Append> appends) {
        return appends.stream().flatMap(append -> append.rows().stream()).toList();
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(1000, 25L << Math.min(attempt, 6)));
        } catch (InterruptedException ignored) {
            LOG.debug("interrupted");
        }
    }
}
