package io.chatledger.kernel.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an outbound message.
 *
 * @param id the account or bot; null for the system
 */
public record Author(Type type, @Nullable String id) {

    /** The kinds of author, named as callers see them. */
    public enum Type {
        agent,
        bot,
        system
    }
}
