package io.chatledger.projection.conversation;

import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.projection.Storable;
import io.chatledger.projection.metric.Figure;
import io.chatledger.projection.metric.Mark;
import io.chatledger.projection.metric.Memory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs from the first of a customer's messages until somebody stops it.
 *
 * @param name under which it is remembered
 */
record Wait(String name) {

    /** The provider's time has a resolution of one second: the message came somewhere within it. */
    private static final long WITHIN_MILLIS = 999;

    /** Whichever of several messages comes in first, it runs from the one that was sent first. */
    Memory begin(MessageReceived event, long position, Memory memory) {
        Instant sent = sent(event);
        Mark running = memory.of(name);
        return running != null && !sent.isBefore(running.at()) ? memory : memory.with(name, new Mark(sent, position));
    }

    Memory stop(Memory memory) {
        return memory.without(name);
    }

    /** How long it has run by then; null where it does not run. */
    @Nullable
    Figure until(MessageQueued reply, Memory memory) {
        Mark since = memory.of(name);
        if (since == null) {
            return null;
        }
        return Figure.ended(since, reply.at(), who(reply));
    }

    static String who(MessageQueued event) {
        return switch (event.author().type()) {
            case agent -> "human";
            case bot -> "bot";
            case system -> "system";
        };
    }

    /** A customer waits from when they wrote, which is long before the message comes in if it comes late. */
    private static Instant sent(MessageReceived event) {
        Instant second = Storable.time(event.sentAt());
        Instant latest = second.plusMillis(WITHIN_MILLIS);
        return event.at().isBefore(latest) ? event.at() : latest;
    }
}
