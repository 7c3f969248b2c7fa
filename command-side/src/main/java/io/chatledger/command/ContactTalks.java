package io.chatledger.command;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What contacts have talked about, for those who decide which of them are one person. Takes part in their append. */
public interface ContactTalks {

    /** Who sent a message; null where it has not been received. */
    @Nullable
    ContactId sender(StreamId message);

    /** With whom a conversation is; null where nothing has been said in it. */
    @Nullable
    ContactId with(ConversationId conversation);

    /** A tenant's channels, as far as they are known; one that has just been connected may be missing. */
    List<ChannelId> channels(TenantId tenant);

    /**
     * Lets what was talked about go on in the conversations of another contact, one on each channel.
     *
     * @param from the contact that is merged, and those that had been merged into it before
     */
    void merge(List<ContactId> from, ContactId into, List<ChannelId> channels, Instant at);

    /**
     * Undoes it.
     *
     * @param contact who stands for itself again
     * @param along those that had been merged into it
     * @param from who stood for it, directly and in the end
     * @param channels at least those of the merge
     */
    void unmerge(ContactId contact, List<ContactId> along, List<ContactId> from, List<ChannelId> channels, Instant at);
}
