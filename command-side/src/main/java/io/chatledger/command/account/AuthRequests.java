package io.chatledger.command.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people send to sign up, in and out. None of it may be written to a log, so none says what it holds. */
final class AuthRequests {

    private AuthRequests() {}

    /**
     * A company and its first member.
     *
     * @param company its name
     * @param email with which the member signs in
     * @param password of the member: none that is common, leaked or made of what the rest says
     * @param firstName of the member
     * @param lastName of the member
     * @param slug the company's name in addresses; made of its name where it is absent
     * @param timeZone of the tz database, such as {@code America/Santiago}, which is the usual one
     * @param currency of ISO 4217; {@code CLP} where it is absent
     * @param locale the language of what is sent to customers
     */
    record Register(
            @NotBlank @Size(max = 120) String company,
            @NotBlank @Email @Size(max = 254) String email,

            @NotBlank @Size(min = PasswordPolicy.SHORTEST, max = PasswordPolicy.LONGEST)
            String password,

            @NotBlank @Size(max = 80) String firstName,
            @NotBlank @Size(max = 80) String lastName,

            @Nullable @Pattern(regexp = "[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]")
            String slug,

            @Nullable @Size(max = 60) String timeZone,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
            @Nullable @Pattern(regexp = "es|en") String locale) {

        @Override
        public String toString() {
            return "Register[hidden]";
        }
    }

    /**
     * Who wants to sign in.
     *
     * @param email of the member
     * @param password of the member
     * @param tenant the company's slug, for members of several
     */
    record Login(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String tenant) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    /** @param refreshToken of the session; null where the cookie has it */
    record Refresh(@Nullable @Size(max = 200) String refreshToken) {

        @Override
        public String toString() {
            return "Refresh[hidden]";
        }
    }
}
