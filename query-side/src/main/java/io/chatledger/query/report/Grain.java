package io.chatledger.query.report;

/** How a period is divided, named as callers see it. */
public enum Grain {
    day,
    hour,
    total
}
