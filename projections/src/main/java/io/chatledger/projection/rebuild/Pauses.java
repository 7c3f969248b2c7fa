package io.chatledger.projection.rebuild;

/** How long to leave others alone before the next attempt. */
final class Pauses {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;

    private Pauses() {}

    /** @param attempt that has failed, from 1 */
    static void before(int attempt) {
        try {
            Thread.sleep(Math.min(LONGEST_MILLIS, FIRST_MILLIS * attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
