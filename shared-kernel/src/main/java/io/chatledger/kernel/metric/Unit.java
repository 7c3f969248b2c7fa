package io.chatledger.kernel.report;

/** What the numbers of a metric are, named as callers see it. */
public enum Unit {
    count,
    milliseconds
}
