package io.chatledger.projection.asof;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event found of a row, and what it left of it, by column.
 *
 * @param view the projection's name
 * @param before null where there was no row, and so for after
 */
public record RowEffect(
        String view,
        String id,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {}
