package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;

import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** How far a message has come, as far as we did it. What the provider says became of it is kept apart. */
final class Sending {

    static final String RECEIVED = "received";
    static final String QUEUED = "queued";

    private static final String SENDING = "sending";
    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String UNKNOWN = "unknown";

    private Sending() {}

    static void begins(MessageViewRecord row, String status, Instant at) {
        row.setSendStatus(status);
        row.setSendHistory(CanonicalJson.write(List.of(new Entry(status, at, null))));
    }

    static MessageViewRecord after(MessageViewRecord row, OfConversation event) {
        return switch (event) {
            case SendingStarted _ -> moved(row, Set.of(QUEUED, UNKNOWN), SENDING, event.at(), null);
            case SendingDeferred deferred -> moved(row, Set.of(SENDING), QUEUED, event.at(), error(deferred.reason()));
            case MessageAccepted accepted -> accepted(row, accepted);
            case MessageFailed failed ->
                moved(row, Set.of(QUEUED, SENDING, UNKNOWN), FAILED, event.at(), failed.error());
            case OutcomeLost lost -> moved(row, Set.of(QUEUED, SENDING), UNKNOWN, event.at(), error(lost.reason()));
            default -> row;
        };
    }

    private static MessageViewRecord accepted(MessageViewRecord row, MessageAccepted event) {
        MessageViewRecord next = moved(row, Set.of(QUEUED, SENDING, UNKNOWN, FAILED), SENT, event.at(), null)
                .into(MESSAGE_VIEW);
        next.setProviderMessageId(Storable.keyOrNull(event.providerMessageId()));
        next.setMessageKey(
                event.messageKey() == null ? null : event.messageKey().key());
        return next;
    }

    /** Leaves the row alone unless its status is one to move from. */
    private static MessageViewRecord moved(
            MessageViewRecord row, Set<String> from, String to, Instant at, @Nullable SendError error) {
        if (!from.contains(row.getSendStatus())) {
            return row;
        }
        MessageViewRecord next = row.into(MESSAGE_VIEW);
        JSONB history = row.getSendHistory();
        next.setSendStatus(to);
        next.setSendHistory(CanonicalJson.append(history, new Entry(to, at, error)));
        return next;
    }

    private static SendError error(String reason) {
        return new SendError(null, reason, null);
    }

    private record Entry(
            String status, Instant at, @Nullable SendError error) {}
}
