package io.chatledger.command.conversation;

import java.time.Duration;

/** How far an attempt to send a message has brought it. */
sealed interface SendProgress {

    SendProgress DONE = new Done();
    SendProgress WAITS_ITS_TURN = new WaitsItsTurn();

    /** There is nothing more to do. */
    record Done() implements SendProgress {}

    /** Another attempt is due. */
    record Again(Duration after) implements SendProgress {}

    /** An older message of the conversation goes out first; the end of that one wakes it. */
    record WaitsItsTurn() implements SendProgress {}
}
