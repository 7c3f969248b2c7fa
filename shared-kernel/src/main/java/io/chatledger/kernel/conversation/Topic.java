package io.chatledger.kernel.conversation;

/** What a conversation is about, named as callers see it. */
public enum Topic {
    sale,
    support,
    question,
    complaint,
    other
}
