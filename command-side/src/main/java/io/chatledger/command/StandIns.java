package io.chatledger.command;

import io.chatledger.kernel.contact.ContactId;

/** Knows who stands for contacts that have been merged. Reads in the unit of work of the command in hand. */
@FunctionalInterface
public interface StandIns {

    /** The contact itself where it has not been merged. */
    ContactId of(ContactId contact);
}
