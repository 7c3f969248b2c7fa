package io.chatledger.projection.rebuild;

import io.chatledger.projection.rebuild.RebuildPass.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Does something, once, when a rebuild has reached a step. */
final class Steps implements Consumer<Step> {

    private final Map<Step, Runnable> once = new EnumMap<>(Step.class);

    synchronized void at(Step step, Runnable action) {
        once.put(step, action);
    }

    /** The rebuild waits there until the answer is counted down. */
    Held holdAt(Step step) {
        Held held = new Held();
        at(step, held);
        return held;
    }

    @Override
    public void accept(Step step) {
        Runnable action;
        synchronized (this) {
            action = once.remove(step);
        }
        if (action != null) {
            action.run();
        }
    }

    /** A rebuild that waits. */
    static final class Held implements Runnable {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch on = new CountDownLatch(1);

        @Override
        public void run() {
            reached.countDown();
            await(on);
        }

        void awaitReached() {
            await(reached);
        }

        void goOn() {
            on.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
