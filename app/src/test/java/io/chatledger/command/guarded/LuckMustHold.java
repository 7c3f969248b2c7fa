package io.chatledger.command.guarded;

/** A rule that leaves it to another to be unrepeatable. */
record LuckMustHold(Dice dice) {

    void hold() {
        if (dice.thrown() > 5) {
            throw new IllegalStateException();
        }
    }
}
