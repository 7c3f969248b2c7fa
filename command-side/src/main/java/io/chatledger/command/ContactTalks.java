package io.chatledger.command;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.StreamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What contacts have talked about, for those who decide which of them are one person. Takes part in their append. */
public interface ContactTalks {

    /** Who sent a message; null where it has not been received. */
    @Nullable
    ContactId sender(StreamId message);

    /**
     * Lets what was talked about go on in the conversations of another contact, one on each channel.
     *
     * @param from the contact that is merged, and those that had been merged into it before
     * @param channel one that is certainly looked at, besides all those known; null where there is none
     */
    void merge(List<ContactId> from, ContactId into, @Nullable ChannelId channel, Instant at);

    /**
     * Undoes it.
     *
     * @param contact who stands for itself again
     * @param along those that had been merged into it
     * @param from who stood for it, directly and in the end
     */
    void unmerge(ContactId contact, List<ContactId> along, List<ContactId> from, Instant at);
}
