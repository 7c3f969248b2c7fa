package io.chatledger.command.conversation;

import io.chatledger.command.ContactTalks;
import io.chatledger.command.TenantChannels;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Lets conversations go on in one another. Each keeps its contact and its messages for ever; what has been merged only
 * says where it goes on, also where nothing has been said in it yet, so that a message on its way finds there.
 */
final class MergedTalks implements ContactTalks {

    private final Continuations conversations;
    private final Repository<ProviderMessage> messages;
    private final TenantChannels channels;

    MergedTalks(Continuations conversations, Repository<ProviderMessage> messages, TenantChannels channels) {
        this.conversations = conversations;
        this.messages = messages;
        this.channels = channels;
    }

    @Override
    public @Nullable ContactId sender(StreamId message) {
        try {
            ConversationId conversation = messages.load(message.value()).invoke(ProviderMessage::conversation);
            return conversation == null ? null : with(conversation);
        } catch (AggregateNotFoundException neverReceived) {
            return null;
        }
    }

    @Override
    public @Nullable ContactId with(ConversationId conversation) {
        return conversations.found(conversation, Conversation::contact);
    }

    @Override
    public List<ChannelId> channels(TenantId tenant) {
        return channels.of(tenant);
    }

    @Override
    public void merge(List<ContactId> from, ContactId into, List<ChannelId> channels, Instant at) {
        channels.forEach(channel -> mergeOn(channel, from, into, at));
    }

    @Override
    public void unmerge(
            ContactId contact, List<ContactId> along, List<ContactId> from, List<ChannelId> channels, Instant at) {
        channels.stream()
                .filter(channel -> conversations.of(ConversationId.of(channel, contact)) != null)
                .forEach(channel -> unmergeOn(channel, contact, along, from, at));
    }

    private void mergeOn(ChannelId channel, List<ContactId> from, ContactId into, Instant at) {
        ConversationId target = ConversationId.of(channel, into);
        // Whoever others go on with goes on itself, whatever a merge that was undone may have left.
        conversations.separate(target, at);
        for (ContactId each : from) {
            ConversationId merged = ConversationId.of(channel, each);
            Unfinished open = conversations
                    .orNew(merged)
                    .invoke(one -> one.continuation(merged).goOnIn(target, into, at));
            if (open != null) {
                conversations
                        .orNew(target)
                        .execute(one -> one.continuation(target).absorb(into, merged, open, at));
            }
        }
    }

    private void unmergeOn(
            ChannelId channel, ContactId contact, List<ContactId> along, List<ContactId> from, Instant at) {
        ConversationId own = ConversationId.of(channel, contact);
        List<ConversationId> others =
                along.stream().map(each -> ConversationId.of(channel, each)).toList();
        conversations.change(own, one -> one.goOnByItself(at));
        others.stream()
                .filter(each -> conversations.of(each) != null)
                .forEach(each -> conversations.change(each, one -> one.goOnIn(own, contact, at)));
        for (ContactId each : from) {
            ConversationId other = ConversationId.of(channel, each);
            Stream.concat(Stream.of(own), others.stream())
                    .forEach(merged -> conversations.change(other, one -> one.separate(merged, at)));
        }
    }
}
