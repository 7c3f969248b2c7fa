package io.chatledger.command.conversation;

/** What became of something a provider reported. */
public enum Received {
    STORED,
    /** It was there already, brought by another delivery. */
    DUPLICATE,
    /** The same delivery brought it before, for instance before a crash; nothing was stored again. */
    TAKEN_UP_AGAIN
}
