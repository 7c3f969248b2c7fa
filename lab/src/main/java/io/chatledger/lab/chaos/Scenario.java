package io.chatledger.lab.chaos;

/** A fault, and what must hold in spite of it. */
interface Scenario {

    /** @throws Unplayable if this machine does not allow it */
    Outcome play(Options options) throws Exception;

    /** The scenario says nothing, neither good nor bad. */
    final class Unplayable extends Exception {
        private static final long serialVersionUID = 1L;

        Unplayable(String reason) {
            super(reason);
        }
    }
}
