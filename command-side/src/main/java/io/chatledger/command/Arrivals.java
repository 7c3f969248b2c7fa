package io.chatledger.command;

/** Counts what arrives from providers, in the order in which it is made durable. */
@FunctionalInterface
public interface Arrivals {

    /**
     * Number of the newest webhook body, by which an erasure knows what came before it: whatever was acknowledged before
     * this is asked has a lower number or this one, and whatever arrives after the answer a higher one.
     */
    long newest();
}
