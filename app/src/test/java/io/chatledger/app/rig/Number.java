package io.chatledger.app.rig;

/**
 * A WhatsApp number of a business, connected or not.
 *
 * @param channelId empty where it is not connected
 */
public record Number(String phoneNumberId, String wabaId, String channelId) {

    /** A number that nobody has connected. */
    public static Number unconnected() {
        return new Number(Unique.digits(), Unique.digits(), "");
    }
}
