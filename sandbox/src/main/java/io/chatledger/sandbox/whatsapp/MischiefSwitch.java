package io.chatledger.sandbox.whatsapp;

import java.util.concurrent.TimeUnit;

/** The mischief in force. */
final class MischiefSwitch {

    private Mischief current = Mischief.NONE;

    synchronized Mischief current() {
        return current;
    }

    synchronized Mischief set(Mischief mischief) {
        current = mischief;
        notifyAll();
        return mischief;
    }

    /** Holds a webhook back as long as is wanted: a delay that is changed meanwhile counts for it too. */
    synchronized void holdBack() throws InterruptedException {
        long since = System.nanoTime();
        while (true) {
            long left = TimeUnit.SECONDS.toNanos(current.delaySeconds()) - (System.nanoTime() - since);
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
