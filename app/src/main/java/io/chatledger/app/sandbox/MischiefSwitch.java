package io.chatledger.app.sandbox;

/** The mischief in force. */
final class MischiefSwitch {

    private volatile Mischief current = Mischief.NONE;

    Mischief current() {
        return current;
    }

    Mischief set(Mischief mischief) {
        current = mischief;
        return mischief;
    }
}
