package io.chatledger.projection.report;

import org.jspecify.annotations.Nullable;

/**
 * What a definition makes of an event.
 *
 * @param memory what is remembered from now on
 * @param figure what is counted; null where nothing is
 */
record Seen(Memory memory, @Nullable Figure figure) {}
