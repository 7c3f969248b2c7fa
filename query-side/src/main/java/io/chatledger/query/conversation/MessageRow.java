package io.chatledger.query.conversation;

import io.chatledger.query.JsonColumn;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a view of a message's row and of what was reported about it. */
final class MessageRow {

    /** As much of the content as is shown as it came. */
    private record Content(
            @Nullable Map<String, Object> media,
            @Nullable Map<String, Object> location,
            @Nullable Map<String, Object> interactive,
            @Nullable Map<String, Object> attributes) {}

    private MessageRow() {}

    static MessageView view(MessageViewRecord row, List<MessageStatusViewRecord> reports) {
        Content content = JsonColumn.read(row.getContent(), Content.class);
        MessageStatus status = MessageStatus.of(row, reports);
        return new MessageView(
                row.getId(),
                row.getConversationId(),
                row.getProviderMessageId(),
                row.getDirection(),
                new Sender(row.getSenderType(), row.getSenderId()),
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
