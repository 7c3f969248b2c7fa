package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last message of a thread, which need not be the one that was heard of last. */
final class LastMessage {

    private static final int PREVIEW_CHARACTERS = 120;

    private LastMessage() {}

    /**
     * Takes the message if it stands behind all others. A conversation is as new as its messages, so that one which
     * comes late does not move it before what has happened since.
     *
     * @param at as it is shown
     * @param order where it stands in the thread
     */
    static void offer(
            ConversationViewRecord row,
            MessageId id,
            String direction,
            MessageContent content,
            Instant at,
            Instant order,
            long sequence) {
        boolean first = row.getLastMessageId() == null;
        boolean begins = first && row.getUpdatedAt().equals(row.getOpenedAt());
        row.setUpdatedAt(begins ? order : later(row.getUpdatedAt(), order));
        if (first || isBehind(row.getLastMessageOrderAt(), row.getLastMessageSequence(), order, sequence)) {
            String text = content.text();
            row.setLastMessageId(id.toString());
            row.setLastMessageDirection(direction);
            row.setLastMessageType(Storable.text(content.type()));
            row.setLastMessagePreview(text == null ? null : Storable.beginning(text, PREVIEW_CHARACTERS));
            row.setLastMessageAt(at);
            row.setLastMessageOrderAt(order);
            row.setLastMessageSequence(sequence);
        }
    }

    private static boolean isBehind(
            @Nullable Instant lastAt, @Nullable Long lastSequence, Instant order, long sequence) {
        if (lastAt == null || lastSequence == null) {
            return true;
        }
        int compared = order.compareTo(lastAt);
        return compared > 0 || (compared == 0 && sequence > lastSequence);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
