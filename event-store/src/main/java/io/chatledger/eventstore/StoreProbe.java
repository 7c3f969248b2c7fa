package io.chatledger.eventstore;

/** Looks whether something that events or work are kept in can be reached. */
@FunctionalInterface
public interface StoreProbe {

    /**
     * Answers within a few seconds, whatever happens.
     *
     * @param thorough whether somebody has met a failure, so that more has to be tried than costs nothing
     * @throws Exception if it cannot be reached
     */
    void check(boolean thorough) throws Exception;
}
