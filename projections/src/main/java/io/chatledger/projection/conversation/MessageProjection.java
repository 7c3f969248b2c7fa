package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;

import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The messages of all conversations, both ways, with what we know of sending them. */
public final class MessageProjection implements Projection<OfConversation, MessageViewRecord> {

    @Override
    public String name() {
        return "message";
    }

    @Override
    public Table<MessageViewRecord> table() {
        return MESSAGE_VIEW;
    }

    @Override
    public Set<Class<? extends OfConversation>> events() {
        return Set.of(OfConversation.class);
    }

    @Override
    public List<String> ids(OfConversation event) {
        MessageId id = switch (event) {
            case MessageReceived received -> received.messageId();
            case MessageQueued queued -> queued.messageId();
            case SendingStarted started -> started.messageId();
            case SendingDeferred deferred -> deferred.messageId();
            case MessageAccepted accepted -> accepted.messageId();
            case MessageFailed failed -> failed.messageId();
            case OutcomeLost lost -> lost.messageId();
            default -> null;
        };
        return id == null ? List.of() : List.of(id.toString());
    }

    /** Readers look at whole threads. */
    @Override
    public String subject(MessageViewRecord row) {
        return row.getConversationId();
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Field<String> person() {
        return MESSAGE_VIEW.CONTACT_ID;
    }

    @Override
    public MessageViewRecord forgotten(MessageViewRecord row) {
        return MessageRow.anonymous(row);
    }

    @Override
    public @Nullable MessageViewRecord fold(@Nullable MessageViewRecord row, OfConversation event, RowKey key) {
        return switch (event) {
            case MessageReceived received -> row == null ? MessageRow.received(received, key) : row;
            case MessageQueued queued -> row == null ? MessageRow.queued(queued, key) : row;
            default -> row == null ? null : Sending.after(row, event);
        };
    }
}
