package io.chatledger.command.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A number of the Cloud API.
 *
 * @param provider only {@code cloud_api} can be connected yet
 * @param name under which members know it
 * @param phoneNumberId the provider's id of the number
 * @param wabaId the provider's id of the business account
 * @param displayPhoneNumber as customers see it
 * @param accessToken with which messages are sent; never shown again
 */
record ConnectRequest(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9_]{0,31}") String provider,

        @NotBlank @Size(max = 120) String name,

        @NotBlank @Size(max = 64) @Pattern(regexp = PROVIDERS_ID)
        String phoneNumberId,

        @Nullable @Size(min = 1, max = 64) @Pattern(regexp = PROVIDERS_ID)
        String wabaId,

        @Nullable @Size(max = 32) String displayPhoneNumber,

        @NotBlank @Size(max = 4096) @Pattern(regexp = VISIBLE)
        String accessToken) {

    /** Part of the address at which the provider is asked: nothing that leads elsewhere. */
    private static final String PROVIDERS_ID = "[A-Za-z0-9_-]*";

    /** What can stand in a header. */
    private static final String VISIBLE = "[!-~]*";

    /** Says nothing of the token, wherever it is written. */
    @Override
    public String toString() {
        return "ConnectRequest[" + phoneNumberId + "]";
    }
}
