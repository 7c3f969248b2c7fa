package io.chatledger.web.bounds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is let in next, before anything of a request is read. Virtual threads are served in the order in which they become
 * ready; so only a few are let in, and the next ones when all that was ready before them has been served. Two thousand
 * strangers who come at once thus stand here, behind their own like, and not in front of everybody else.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** Who goes before whom; none keeps the others out. */
    enum Rank {
        KNOWN(3),
        /** Whoever asks for health, whom nobody knows. */
        HEALTH(1),
        STRANGER(1);

        private final int atOnce;

        Rank(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    private final Map<Rank, FairLines> lines = new EnumMap<>(Rank.class);
    private final Executor executor;
    private boolean lettingIn;

    Turns() {
        this(Thread.ofVirtual().name("turns")::start);
    }

    /** @param executor lets in those who wait, on a thread of its own */
    Turns(Executor executor) {
        this.executor = executor;
        for (Rank rank : Rank.values()) {
            lines.put(rank, new FairLines());
        }
    }

    /**
     * Returns at once.
     *
     * @param line those who are counted together
     * @param turn what happens when its turn has come, which must not take time
     */
    void join(Rank rank, String line, Runnable turn) {
        synchronized (this) {
            lines(rank).join(line, turn);
            if (lettingIn) {
                return;
            }
            lettingIn = true;
        }
        start();
    }

    private void start() {
        untilItBreaks(() -> executor.execute(this::letIn));
    }

    private void letIn() {
        untilItBreaks(() -> {
            for (List<Runnable> round = next(); !round.isEmpty(); round = next()) {
                round.forEach(Turns::begin);
                Thread.yield(); // behind all that is ready
            }
        });
    }

    /** Where it breaks, as for want of memory, whoever comes next tries again. */
    private void untilItBreaks(Runnable work) {
        boolean broken = true;
        try {
            work.run();
            broken = false;
        } finally {
            if (broken) {
                stopped();
            }
        }
    }

    private synchronized void stopped() {
        lettingIn = false;
    }

    /** Whatever comes of it, those behind get in. */
    private static void begin(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable failure) {
            LOG.error("A request could not be begun", failure);
        }
    }

    private synchronized List<Runnable> next() {
        List<Runnable> round = new ArrayList<>();
        for (Rank rank : Rank.values()) {
            take(lines(rank), rank.atOnce, round);
        }
        lettingIn = !round.isEmpty();
        return round;
    }

    private FairLines lines(Rank rank) {
        return Objects.requireNonNull(lines.get(rank));
    }

    private static void take(FairLines lines, int most, List<Runnable> round) {
        for (int n = 0; n < most; n++) {
            Runnable turn = lines.next();
            if (turn == null) {
                return;
            }
            round.add(turn);
        }
    }
}
