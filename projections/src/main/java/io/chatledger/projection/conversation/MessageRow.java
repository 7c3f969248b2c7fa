package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import org.jspecify.annotations.Nullable;

/** How a message begins. */
final class MessageRow {

    private MessageRow() {}

    static MessageViewRecord received(MessageReceived event, RowKey key) {
        MessageViewRecord row = new MessageViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setConversationId(event.conversationId().key());
        row.setContactId(event.contactId().key());
        row.setChannelId(event.channelId().key());
        row.setPhoneNumberId(Storable.key(event.endpoint().id()));
        row.setProviderMessageId(Storable.keyOrNull(event.providerMessageId()));
        row.setDirection("inbound");
        row.setSenderType("customer");
        row.setSenderId(event.contactId().key());
        row.setSequence(event.sequence());
        row.setSentAt(Storable.time(event.sentAt()));
        row.setOrderAt(ThreadOrder.of(event.sentAt(), event.at()));
        says(row, event.content(), event.contextMessageId());
        Sending.begins(row, Sending.RECEIVED, event.at());
        return row;
    }

    static MessageViewRecord queued(MessageQueued event, RowKey key) {
        Author author = event.author();
        MessageViewRecord row = new MessageViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setConversationId(event.conversationId().key());
        row.setContactId(event.contactId().key());
        row.setChannelId(event.channelId().key());
        row.setPhoneNumberId(Storable.key(event.endpoint().id()));
        row.setDirection("outbound");
        row.setSenderType(author.type().name());
        row.setSenderId(Storable.textOrNull(author.id()));
        row.setSequence(event.sequence());
        row.setSentAt(event.at());
        row.setOrderAt(ThreadOrder.of(event.at()));
        says(row, event.content(), event.contextMessageId());
        Sending.begins(row, Sending.QUEUED, event.at());
        return row;
    }

    /** What kind of message it was, and nothing of what it said; nor the provider's ids, which hold who said it. */
    static MessageViewRecord anonymous(MessageViewRecord row) {
        MessageViewRecord next = row.into(MESSAGE_VIEW);
        next.setProviderMessageId(null);
        says(next, new MessageContent(row.getType(), null, null, null, null, null), null);
        return next;
    }

    private static void says(MessageViewRecord row, MessageContent content, @Nullable String contextMessageId) {
        row.setType(Storable.text(content.type()));
        row.setText(Storable.textOrNull(content.text()));
        row.setContent(CanonicalJson.write(content));
        row.setContextMessageId(Storable.textOrNull(contextMessageId));
    }
}
