package io.chatledger.eventstore.postgres;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** What an append's failure means, by PostgreSQL's SQLSTATE. */
final class AppendFailure {

    private AppendFailure() {}

    /** Somebody else has a place. */
    static boolean isConflict(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    /** Bad data (22), a broken rule (23) or a limit (54): in a batch it is one command's, not the others'. */
    static boolean isOfOneCommand(SQLException failure) {
        return !isConflict(failure) && (hasClass(failure, "22") || hasClass(failure, "23") || hasClass(failure, "54"));
    }

    /** Trying again the same would fail the same; that includes missing rights and tables (42). */
    static boolean isFinal(SQLException failure) {
        return isOfOneCommand(failure) || hasClass(failure, "42");
    }

    /** The connection was lost, so nobody has said whether it is stored (40003 says just that). */
    static boolean isUnclear(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.equals("40003") || hasClass(failure, "08") || hasClass(failure, "57P");
    }

    /** Longer each time, up to a second, and never two nodes at the same moment. */
    static void pause(int attempt) {
        long most = 25_000_000L << Math.min(attempt, 5);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    private static boolean hasClass(SQLException failure, String sqlClass) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(sqlClass);
    }
}
