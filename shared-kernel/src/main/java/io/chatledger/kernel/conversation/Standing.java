package io.chatledger.kernel.conversation;

/**
 * What a message is in its conversation. A message proper asks for attention: it is unread, opens a closed conversation
 * again and may be the last one. What came with another message, or is told about the person, stands in the thread and
 * does none of that.
 */
public enum Standing {
    /** Somebody says something, also what cannot be shown, as {@code unsupported}, and an edit with its new words. */
    MESSAGE,
    /** Belongs to another message: a reaction, its removal (a reaction without an emoji), the revoking of a message. */
    ADDITION,
    /** The provider's word about the person, such as a changed number. */
    NOTICE;

    /** @param type the provider's type of message, also one not known today */
    public static Standing of(String type) {
        return switch (type) {
            case "reaction", "revoke" -> ADDITION;
            case "system" -> NOTICE;
            default -> MESSAGE;
        };
    }

    /** Whether it is a message proper. */
    public boolean speaks() {
        return this == MESSAGE;
    }

    /** Whether the customer has done something, so that they may be answered: any act of theirs, none about them. */
    public boolean opensWindow() {
        return this != NOTICE;
    }
}
