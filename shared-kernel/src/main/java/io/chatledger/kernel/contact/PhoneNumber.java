package io.chatledger.kernel.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The number of a telephone, which may be spelled in more than one way. It is kept as it came; two spellings are the
 * same number if they have the same {@link #canonical() canonical form}.
 *
 * <p>What is no number that could be given to anybody has one spelling only, its own.
 *
 * @param digits of an E.164 number, with the country's code and without the plus sign
 */
public record PhoneNumber(String digits) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Longer than any number there is; whatever is longer is not looked at. */
    private static final int LONGEST = 17;

    /** The form in which numbers are compared; digits, without the plus sign. */
    public String canonical() {
        PhoneSpelling country = PhoneSpelling.of(digits);
        if (country != null) {
            return country.longer(digits);
        }
        String international = international();
        PhoneSpelling known = PhoneSpelling.of(international);
        return known == null ? international : known.longer(international);
    }

    /** All the ways in which the number is spelled, this one first. */
    public List<String> spellings() {
        String canonical = canonical();
        Set<String> all = new LinkedHashSet<>();
        all.add(digits);
        all.add(canonical);
        PhoneSpelling country = PhoneSpelling.of(canonical);
        if (country != null) {
            all.add(country.shorter(canonical));
        }
        return List.copyOf(all);
    }

    /** Without what is dialled within a country only; as it is, where it is no number that anybody can have. */
    private String international() {
        if (digits.length() > LONGEST) {
            return digits;
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse("+" + digits, null);
            return NUMBERS.isValidNumber(number)
                    ? NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                            .substring(1)
                    : digits;
        } catch (NumberParseException noNumber) {
            return digits;
        }
    }

    public boolean isSameAs(PhoneNumber other) {
        return digits.equals(other.digits) || canonical().equals(other.canonical());
    }
}
