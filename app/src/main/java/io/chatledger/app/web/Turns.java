package io.chatledger.app.web;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is let in next, before anything of a request is read. Virtual threads are served in the order in which they become
 * ready; so only a few are let in, and the next ones when all that was ready before them has been served. Two thousand
 * strangers who come at once thus stand here, behind their own like, and not in front of everybody else.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int KNOWN_AT_ONCE = 3;
    private static final int STRANGERS_AT_ONCE = 1;

    private final FairLines known = new FairLines();
    private final FairLines strangers = new FairLines();
    private boolean lettingIn;

    /**
     * Returns at once.
     *
     * @param first whether it goes before strangers, of whom one in four still gets in
     * @param line those who are counted together
     * @param turn what happens when its turn has come, which must not take time
     */
    void join(boolean first, String line, Runnable turn) {
        synchronized (this) {
            (first ? known : strangers).join(line, turn);
            if (lettingIn) {
                return;
            }
            lettingIn = true;
        }
        Thread.ofVirtual().name("turns").start(this::letIn);
    }

    private void letIn() {
        for (List<Runnable> round = next(); !round.isEmpty(); round = next()) {
            round.forEach(Turns::begin);
            Thread.yield(); // behind all that is ready
        }
    }

    /** Whatever comes of it, those behind get in. */
    private static void begin(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException failure) {
            LOG.error("A request could not be begun", failure);
        }
    }

    private synchronized List<Runnable> next() {
        List<Runnable> round = new ArrayList<>(KNOWN_AT_ONCE + STRANGERS_AT_ONCE);
        take(known, KNOWN_AT_ONCE, round);
        take(strangers, STRANGERS_AT_ONCE, round);
        lettingIn = !round.isEmpty();
        return round;
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
