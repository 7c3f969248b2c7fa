package io.chatledger.projection.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param position of the last event in its rows; 0 where there is none
 * @param head position of the newest event
 * @param version of its code
 * @param previousKept whether its rows as they were before the last rebuild are still there
 * @param rebuild the last one since this process began; null where there was none
 */
public record ProjectionStatus(
        String name,
        long position,
        long head,
        State status,
        int version,
        boolean previousKept,
        @Nullable RebuildProgress rebuild) {

    /** The states of a projection, named as callers see them. */
    public enum State {
        current,
        behind,
        rebuilding,
        stopped
    }
}
