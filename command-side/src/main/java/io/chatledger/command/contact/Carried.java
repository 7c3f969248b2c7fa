package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact that is merged brings along.
 *
 * @param name null where no provider has told it
 * @param consents the last of each purpose
 */
record Carried(@Nullable String name, List<Identity> identities, List<ConsentRecorded> consents) {}
