package io.chatledger.lab.chaos;

import java.io.IOException;

/** What the kernel does to a process without asking it. */
enum Signal {
    KILL,
    STOP,
    CONT;

    /** A process that has gone already is no failure. */
    void sendTo(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
