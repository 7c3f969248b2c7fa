package io.chatledger.sandbox.whatsapp;

import io.chatledger.kernel.contact.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with WhatsApp.
 *
 * @param phone digits of an E.164 number; null for a user without a phone number
 * @param userId business-scoped user id, {@code CC.<up to 128 characters>}
 */
record SandboxCustomer(@Nullable String phone, String userId, String name) {

    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{6,14}");

    static boolean isUserId(String value) {
        return USER_ID.matcher(value).matches();
    }

    static boolean isPhone(String digits) {
        return PHONE.matcher(digits).matches();
    }

    static String digits(String phone) {
        return phone.replaceAll("[+\\s().-]", "");
    }

    /** A phone or a user id, as it stands in a path. */
    static SandboxCustomer of(String key, String name) {
        return isUserId(key) ? new SandboxCustomer(null, key, name) : ofPhone(digits(key), name);
    }

    private static SandboxCustomer ofPhone(String digits, String name) {
        // The same phone is the same user after a restart, when nothing is remembered here, and however it is spelled.
        String number = new PhoneNumber(digits).canonical();
        UUID derived = UUID.nameUUIDFromBytes(("sandbox:" + number).getBytes(StandardCharsets.US_ASCII));
        return new SandboxCustomer(digits, "CL." + Long.toUnsignedString(derived.getMostSignificantBits()), name);
    }

    /** What the chat is filed under. */
    String key() {
        return phone == null ? userId : phone;
    }

    SandboxCustomer named(String otherName) {
        return otherName.isBlank() ? this : new SandboxCustomer(phone, userId, otherName);
    }
}
