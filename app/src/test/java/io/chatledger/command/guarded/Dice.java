package io.chatledger.command.guarded;

import java.util.UUID;

/** Neither an aggregate nor a rule. */
final class Dice {

    int thrown() {
        return UUID.randomUUID().hashCode() % 6;
    }
}
