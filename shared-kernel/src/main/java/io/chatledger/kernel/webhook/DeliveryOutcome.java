package io.chatledger.kernel.webhook;

/** What became of a journalled delivery, named as callers see it. */
public enum DeliveryOutcome {
    processed,
    ignored,
    failed
}
