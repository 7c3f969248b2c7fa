/** An event store for Axon, of use without the rest of ChatLedger. See {@code event-store/README.md}. */
package io.chatledger.eventstore;
