package io.chatledger.kernel.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 551187654321",
        "5531987654321, 553187654321",
        "5215512345678, 525512345678",
        "5213312345678, 523312345678",
        "5491123456789, 541123456789",
        "5493511234567, 543511234567",
    })
    void isOneNumberInBothSpellings(String one, String other) {
        assertThat(new PhoneNumber(one).isSameAs(new PhoneNumber(other))).isTrue();
        assertThat(new PhoneNumber(one).canonical()).isEqualTo(new PhoneNumber(other).canonical());
        assertThat(new PhoneNumber(one).spellings()).startsWith(one).contains(other);
        assertThat(new PhoneNumber(other).spellings()).startsWith(other).contains(one);
    }

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 5511987654322",
        "5511987654321, 5521987654321",
        "5511987654321, 551127654321",
        "551132654321, 5511932654321",
        "5215512345678, 5215512345679",
        "5491123456789, 5491123456780",
        "56911110001, 5611110001",
        "5511987654321, 11987654321",
        "4915112345678, 49915112345678",
    })
    void takesOtherNumbersForOthers(String one, String other) {
        assertThat(new PhoneNumber(one).isSameAs(new PhoneNumber(other))).isFalse();
        assertThat(new PhoneNumber(one).spellings()).doesNotContain(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0000", "55", "5511", "900200100", "56987654321", "12025550123", "99999999999999999999"})
    void hasOneSpellingWhereNoRuleSaysOtherwise(String digits) {
        assertThat(new PhoneNumber(digits).spellings()).containsExactly(digits);
        assertThat(new PhoneNumber(digits).canonical()).isEqualTo(digits);
    }

    @Test
    void knowsADialledPrefixThatDoesNotBelongIntoANumber() {
        assertThat(new PhoneNumber("4402079460018").isSameAs(new PhoneNumber("442079460018")))
                .isTrue();
        assertThat(new PhoneNumber("442079460018").spellings()).isEqualTo(List.of("442079460018"));
    }
}
