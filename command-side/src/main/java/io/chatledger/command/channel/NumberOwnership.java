package io.chatledger.command.channel;

import io.chatledger.kernel.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Asks a provider whose a number is. It changes nothing there. */
public interface NumberOwnership {

    /**
     * Whether the token is for the number, and the number one of the business account's.
     *
     * @param tenant who wants to know; none of them may use up the others' questions
     * @param wabaId WhatsApp business account; null where it does not matter
     * @param accessToken never logged
     */
    Proof prove(TenantId tenant, String phoneNumberId, @Nullable String wabaId, String accessToken);

    /** What the provider says. */
    sealed interface Proof {

        /** @param displayPhoneNumber as a person reads it; null where the provider does not tell it */
        record Proved(@Nullable String displayPhoneNumber) implements Proof {}

        /**
         * It is not so.
         *
         * @param field what was wrong: {@code accessToken} or {@code wabaId}
         * @param reason the provider's in plain words, without personal data or secrets
         */
        record Refused(String field, String reason) implements Proof {}

        /** Nobody knows: the provider could not be asked, or nobody understands its answer. */
        record Unavailable(String reason) implements Proof {}
    }
}
