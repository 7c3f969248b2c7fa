package io.chatledger.command;

import io.chatledger.kernel.contact.ContactId;

/**
 * Knows who stands for contacts that have been merged, as the store has it at this moment: what this process remembers of
 * a contact may be older than what has just been read of its conversation, and nothing is written to the contact that
 * would meet a conflict.
 */
@FunctionalInterface
public interface StandIns {

    /** The contact itself where it has not been merged. */
    ContactId of(ContactId contact);
}
