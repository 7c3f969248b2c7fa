package io.chatledger.command.conversation;

import io.chatledger.command.ContactTalks;
import io.chatledger.command.TenantChannels;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.message.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Lets conversations go on in one another. Each keeps its contact and its messages for ever; what has been merged only
 * says where it goes on, also where nothing has been said in it yet, so that a message on its way finds there.
 */
final class MergedTalks implements ContactTalks {

    private final Repository<Conversation> conversations;
    private final Repository<ProviderMessage> messages;
    private final TenantChannels channels;

    MergedTalks(Repository<Conversation> conversations, Repository<ProviderMessage> messages, TenantChannels channels) {
        this.conversations = conversations;
        this.messages = messages;
        this.channels = channels;
    }

    @Override
    public @Nullable ContactId sender(StreamId message) {
        ConversationId conversation = found(messages, message, ProviderMessage::conversation);
        return conversation == null ? null : found(conversations, conversation, Conversation::contact);
    }

    @Override
    public void merge(List<ContactId> from, ContactId into, @Nullable ChannelId channel, Instant at) {
        Stream.concat(Stream.ofNullable(channel), channels.of(into.tenant()).stream())
                .distinct()
                .forEach(each -> mergeOn(each, from, into, at));
    }

    @Override
    public void unmerge(ContactId contact, List<ContactId> along, List<ContactId> from, Instant at) {
        channels.of(contact.tenant()).forEach(channel -> {
            ConversationId own = ConversationId.of(channel, contact);
            if (found(conversations, own, Conversation::mergedInto) == null) {
                return;
            }
            change(own, conversation -> conversation.unmerge(at));
            along.stream()
                    .map(each -> ConversationId.of(channel, each))
                    .filter(each -> found(conversations, each, Conversation::mergedInto) != null)
                    .forEach(each -> change(each, conversation -> conversation.mergeInto(each, own, contact, at)));
            for (ContactId each : from) {
                ConversationId other = ConversationId.of(channel, each);
                Stream.concat(Stream.of(own), along.stream().map(one -> ConversationId.of(channel, one)))
                        .forEach(merged -> change(other, conversation -> conversation.separate(merged, at)));
            }
        });
    }

    private void mergeOn(ChannelId channel, List<ContactId> from, ContactId into, Instant at) {
        ConversationId target = ConversationId.of(channel, into);
        for (ContactId each : from) {
            ConversationId merged = ConversationId.of(channel, each);
            Unfinished open = orNew(merged).invoke(conversation -> conversation.mergeInto(merged, target, into, at));
            if (open != null) {
                orNew(target).execute(conversation -> conversation.absorb(target, into, merged, open, at));
            }
        }
    }

    private void change(ConversationId id, Consumer<Conversation> change) {
        try {
            conversations.load(id.value()).execute(change);
        } catch (AggregateNotFoundException nothingSaid) {
            return;
        }
    }

    private Aggregate<Conversation> orNew(ConversationId id) {
        try {
            return conversations.loadOrCreate(id.value(), Conversation::new);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("A conversation cannot be made", impossible);
        }
    }

    private static <A, T> @Nullable T found(Repository<A> repository, StreamId id, Function<A, @Nullable T> question) {
        try {
            return repository.load(id.value()).invoke(question);
        } catch (AggregateNotFoundException unknown) {
            return null;
        }
    }
}
