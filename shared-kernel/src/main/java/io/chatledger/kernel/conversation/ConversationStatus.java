package io.chatledger.kernel.conversation;

/** The states of a conversation, named as callers see them. */
public enum ConversationStatus {
    open,
    in_progress,
    closed,
    archived
}
