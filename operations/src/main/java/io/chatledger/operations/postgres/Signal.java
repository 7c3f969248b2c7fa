package io.chatledger.operations.postgres;

import java.io.IOException;

/** What PostgreSQL understands; see "Shutting Down the Server" in its documentation. */
enum Signal {
    /** Ends sessions, writes a checkpoint, stops. */
    FAST("INT"),
    /** Stops at once; the next start recovers from the log. */
    IMMEDIATE("QUIT"),
    KILL("KILL");

    private final String shortName;

    Signal(String shortName) {
        this.shortName = shortName;
    }

    /** A process that has gone already is no failure. */
    void sendTo(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + shortName + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("the shell cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
