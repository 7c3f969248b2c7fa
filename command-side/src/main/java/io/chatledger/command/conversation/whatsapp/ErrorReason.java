package io.chatledger.command.conversation.whatsapp;

/**
 * What one of the provider's error codes means.
 *
 * @param reason plain, stable, kebab-case
 */
record ErrorReason(String reason, Kind kind) {

    /** What sort of trouble it is, and so what may help. */
    enum Kind {
        /** The token or its permissions. */
        AUTH,
        /** The number, the business account or its registration. */
        ACCOUNT,
        /** Too much at a time. */
        THROTTLE,
        /** The provider's own trouble; it may pass. */
        TRANSIENT,
        /** The message as it is will never be taken. */
        PERMANENT,
        POLICY,
        /** The customer has not written for 24 hours. */
        WINDOW,
        OPT_OUT,
        MEDIA,
        TEMPLATE
    }
}
