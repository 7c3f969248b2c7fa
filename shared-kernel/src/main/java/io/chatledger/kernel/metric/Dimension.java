package io.chatledger.kernel.report;

/** By what a metric can be told apart, named as callers see it. */
public enum Dimension {
    /** The channel, by its id. */
    channel,
    /** Who wrote it: {@code human}, {@code bot} or {@code system}. */
    who,
    /** What kind of beginning it was: {@code new} or {@code reopened}. */
    kind,
    /** The stable reason of a failure, such as {@code re-engagement}. */
    cause
}
