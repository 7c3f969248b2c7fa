package io.chatledger.sandbox.whatsapp;

/**
 * A business number of the sandbox. Any number may be used; {@link #DEFAULT} is the one that the panel proposes.
 *
 * @param displayPhoneNumber as a person reads it
 * @param wabaId WhatsApp business account, the {@code entry.id} of the number's webhooks
 */
public record SandboxNumber(String phoneNumberId, String displayPhoneNumber, String wabaId) {

    public static final String PHONE_NUMBER_ID = "100000000000001";
    public static final String DISPLAY_PHONE_NUMBER = "+56 2 2000 0001";
    public static final String WABA_ID = "200000000000001";

    /** What the panel and the demonstration connect it with. */
    public static final String TOKEN = "sandbox";

    public static final SandboxNumber DEFAULT = new SandboxNumber(PHONE_NUMBER_ID, DISPLAY_PHONE_NUMBER, WABA_ID);

    /** The display number as webhooks carry it. */
    String displayDigits() {
        return displayPhoneNumber.replaceAll("\\D", "");
    }
}
