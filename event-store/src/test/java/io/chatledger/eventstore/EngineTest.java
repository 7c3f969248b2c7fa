package io.chatledger.eventstore;

/** A test of an engine. Its store need not be empty, but nobody else writes to it meanwhile. */
interface EngineTest {

    /** Today's; the same one throughout a test. */
    EngineUnderTest node();
}
