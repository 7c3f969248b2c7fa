package io.chatledger.kernel.metric;

/** What the numbers of a metric are, named as callers see it. */
public enum Unit {
    count,
    milliseconds
}
