package io.chatledger.query.report;

import java.time.Instant;

/**
 * A part of a period.
 *
 * @param end the first moment after it
 * @param local its beginning as clocks in the tenant's time zone show it: {@code 2026-11-20} for a day, {@code
 *     2026-11-20T13:00-03:00} for anything else
 */
public record Bucket(Instant start, Instant end, String local) {}
