package io.chatledger.projection.metric;

import org.jspecify.annotations.Nullable;

/**
 * What a definition makes of an event.
 *
 * @param memory what is remembered from now on
 * @param figure what is counted; null where nothing is
 */
public record Seen(Memory memory, @Nullable Figure figure) {

    /** Nothing is counted. */
    public Seen(Memory memory) {
        this(memory, null);
    }
}
