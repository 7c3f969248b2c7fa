package io.chatledger.lab.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** PostgreSQL's process that has the head of the store stands still, so nobody can append. */
final class StoppedBackend implements Scenario {

    private static final int TRIES = 400;
    private static final String APPENDING = "select pid from pg_stat_activity where state = 'active'"
            + " and query ilike '%update event_head%' and pid <> pg_backend_pid() limit 1";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1);
                Connection watch = stage.database().open()) {
            stage.pause(options.seconds(4, 2));
            OptionalLong caught = catchOne(watch);
            stage.outcome().figure("caught", caught.isPresent());
            stage.outcome().demand(caught.isPresent(), "no backend could be caught with the head in its hands");
            if (caught.isPresent()) {
                stage.pause(options.seconds(16, 12));
                Signal.CONT.sendTo(caught.getAsLong());
            }
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 2));
            return stage.verdict(false);
        }
    }

    /** Stops whoever appends and looks whether it has the head; if not, it may go on. */
    private static OptionalLong catchOne(Connection watch) throws Exception {
        watch.setAutoCommit(false);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long pid = appending(watch);
            if (pid == 0) {
                Thread.sleep(1);
                continue;
            }
            Signal.STOP.sendTo(pid);
            if (isHeadTaken(watch)) {
                return OptionalLong.of(pid);
            }
            Signal.CONT.sendTo(pid);
        }
        return OptionalLong.empty();
    }

    private static long appending(Connection watch) throws SQLException {
        try (Statement statement = watch.createStatement();
                ResultSet row = statement.executeQuery(APPENDING)) {
            return row.next() ? row.getLong(1) : 0;
        } finally {
            watch.rollback(); // pg_stat_activity stands still within a transaction
        }
    }

    /** Never commits: where the stopped one is about to write, commits stand still too. */
    private static boolean isHeadTaken(Connection watch) throws SQLException {
        try (Statement statement = watch.createStatement()) {
            statement.execute("set local lock_timeout = '300ms'");
            statement.execute("select position from event_head for update");
            return false;
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                return true;
            }
            throw failure;
        } finally {
            watch.rollback();
        }
    }
}
