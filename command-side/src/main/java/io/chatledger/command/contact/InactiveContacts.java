package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** Knows who has not been in touch for long. */
public interface InactiveContacts {

    /**
     * Those not yet erased whose last message, either way, is older; who never had one counts from when they were added.
     * Nobody where it cannot be told for certain: an erasure is for ever.
     */
    List<ContactId> since(TenantId tenant, Instant lastMessageBefore, int atMost);
}
