package io.chatledger.command.conversation;

/** What became of something that a provider delivered. */
public enum Received {
    STORED,
    /** Another delivery had brought it before. */
    DUPLICATE,
    /** The same delivery had brought it before it was interrupted. */
    TAKEN_UP_AGAIN
}
