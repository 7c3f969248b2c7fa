package io.chatledger.query.conversation;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.query.JsonColumn;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.util.List;

/** Makes a view of a message's row and of what was reported about it. */
final class MessageRow {

    private MessageRow() {}

    static MessageView view(MessageViewRecord row, List<MessageStatusViewRecord> reports) {
        MessageContent content = JsonColumn.read(row.getContent(), MessageContent.class);
        MessageStatus status = MessageStatus.of(row, reports);
        return new MessageView(
                row.getId(),
                row.getConversationId(),
                row.getProviderMessageId(),
                row.getDirection(),
                new MessageView.Sender(row.getSenderType(), row.getSenderId()),
                row.getType(),
                row.getText(),
                content.media(),
                content.location(),
                content.interactive(),
                content.attributes(),
                row.getContextMessageId(),
                status.word(),
                status.history(),
                status.error(),
                row.getSentAt());
    }
}
