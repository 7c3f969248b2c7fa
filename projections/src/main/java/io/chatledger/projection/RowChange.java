package io.chatledger.projection;

/**
 * A row was written or removed.
 *
 * @param subject what readers know it by, see {@link Projection#subject}
 */
public record RowChange(String tenant, String subject) {}
