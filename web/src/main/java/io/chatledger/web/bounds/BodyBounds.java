package io.chatledger.web.bounds;

import java.util.concurrent.Semaphore;

/**
 * What the bodies of one kind of caller may take up; kinds do not stand in each other's way.
 *
 * @param largest bytes of one body
 * @param arriving bytes, beyond the first {@value Spool#IN_MEMORY} of each body, that lie on disk
 * @param atWork bytes of large bodies that are complete and lie in memory while they are worked on
 */
record BodyBounds(int largest, BodyBudget arriving, Semaphore atWork) {

    private static final int MIB = 1024 * 1024;

    /**
     * Providers, who sign what they send; until the body is there nobody knows whether they did. One half of the room for
     * webhooks: strangers have theirs, and those who are known the other.
     */
    static BodyBounds ofWebhooks() {
        return new BodyBounds(3 * MIB, new BodyBudget(128 * MIB), new Semaphore(12 * MIB));
    }

    /** Whoever has a valid access token; a caller is a tenant. */
    static BodyBounds ofSignedIn() {
        return new BodyBounds(MIB, new BodyBudget(128 * MIB), new Semaphore(24 * MIB));
    }

    /** Everybody else, who has nothing long to say; a caller is an address. */
    static BodyBounds ofUnknown() {
        return new BodyBounds(64 * 1024, new BodyBudget(8 * MIB), new Semaphore(4 * MIB));
    }
}
