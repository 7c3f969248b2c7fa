package io.chatledger.kernel.contact;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The countries whose mobile numbers are spelled with and without one digit. WhatsApp's {@code wa_id} keeps the spelling
 * under which an account was made, while {@code from}, address books and other providers use either.
 *
 * <ul>
 *   <li>Brazil put a 9 before the eight digits of mobile numbers, area by area, until 2016 (ANATEL, resolution 553).
 *   <li>Mexico has dropped the 1 after the country's code since August 2019 (IFT, numbering plan).
 *   <li>Argentina has a 9 after the country's code in calls to mobiles from abroad (ENACOM, numbering plan).
 * </ul>
 */
enum PhoneSpelling {
    BRAZIL("(55[1-9][1-9])(9?)([6-9][0-9]{7})", "9"),
    MEXICO("(52)(1?)([2-9][0-9]{9})", "1"),
    ARGENTINA("(54)(9?)([1-8][0-9]{9})", "9");

    private final Pattern mobile;
    private final String digit;

    PhoneSpelling(String mobile, String digit) {
        this.mobile = Pattern.compile(mobile);
        this.digit = digit;
    }

    /** Null for all other countries, and for numbers that are no mobile's. */
    static @Nullable PhoneSpelling of(String digits) {
        return Arrays.stream(values())
                .filter(each -> each.mobile.matcher(digits).matches())
                .findFirst()
                .orElse(null);
    }

    /** With the digit. */
    String longer(String digits) {
        return mobile.matcher(digits).replaceFirst("$1" + digit + "$3");
    }

    /** Without the digit. */
    String shorter(String digits) {
        return mobile.matcher(digits).replaceFirst("$1$3");
    }
}
