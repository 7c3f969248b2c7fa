package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outbound messages of a conversation whose fate is not known yet; what is settled leaves it. */
final class Outbox {

    private final Map<MessageId, Entry> entries = new HashMap<>();

    /** How far a message has come. */
    enum State {
        QUEUED,
        SENDING,
        UNKNOWN
    }

    record Entry(
            State state, MessageContent content, @Nullable String contextMessageId, Instant queuedAt) {}

    @Nullable
    Entry find(MessageId id) {
        return entries.get(id);
    }

    boolean has(MessageId id, State state) {
        Entry entry = entries.get(id);
        return entry != null && entry.state() == state;
    }

    void put(MessageId id, MessageContent content, @Nullable String contextMessageId, Instant queuedAt) {
        entries.put(id, new Entry(State.QUEUED, content, contextMessageId, queuedAt));
    }

    void move(MessageId id, State state) {
        entries.computeIfPresent(
                id, (same, entry) -> new Entry(state, entry.content(), entry.contextMessageId(), entry.queuedAt()));
    }

    void settle(MessageId id) {
        entries.remove(id);
    }
}
