package io.chatledger.projection.report;

import java.time.Instant;

/**
 * Something that a definition has to remember of a conversation.
 *
 * @param at when it was
 * @param position of the event that it comes from
 */
record Mark(Instant at, long position) {}
