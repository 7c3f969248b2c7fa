package io.chatledger.web.bounds;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, each caller's in a line of its own; the lines take turns. Whoever had nothing waiting when it came is
 * next, once in a round, so that who asks seldom hardly waits for those who ask without end (FQ-CoDel, RFC 8290, does
 * the same for packets); newcomers without end keep nobody out either. Not for several threads at the same time.
 */
final class FairLines {

    /** As many newcomers go before one of the others. */
    private static final int NEWCOMERS_IN_A_ROW = 3;

    private final Map<String, Queue<Runnable>> lines = new HashMap<>();
    private final Queue<String> newcomers = new ArrayDeque<>();
    private final Queue<String> others = new ArrayDeque<>();
    private int inARow;

    void join(String caller, Runnable turn) {
        Queue<Runnable> line = lines.get(caller);
        if (line == null) {
            line = new ArrayDeque<>();
            lines.put(caller, line);
            newcomers.add(caller);
        }
        line.add(turn);
    }

    /** Null where nobody waits. */
    @Nullable
    Runnable next() {
        while (!newcomers.isEmpty() || !others.isEmpty()) {
            boolean isNew = others.isEmpty() || !newcomers.isEmpty() && inARow < NEWCOMERS_IN_A_ROW;
            String caller = isNew ? newcomers.remove() : others.remove();
            Queue<Runnable> line = lines.get(caller);
            Runnable turn = line == null ? null : line.poll();
            if (turn != null) {
                others.add(caller); // even if nothing is left: it is no newcomer again in this round
                inARow = isNew ? inARow + 1 : 0;
                return turn;
            }
            lines.remove(caller);
        }
        return null;
    }
}
