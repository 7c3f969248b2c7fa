package io.chatledger.projection.metric;

import java.time.Instant;

/**
 * Something that a definition has to remember of its subject.
 *
 * @param at when it was
 * @param position of the event that it comes from
 */
public record Mark(Instant at, long position) {}
