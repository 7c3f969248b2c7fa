package io.chatledger.kernel.conversation;

/** Who may answer a conversation by itself, named as callers see it. */
public enum Owner {
    bot,
    human
}
