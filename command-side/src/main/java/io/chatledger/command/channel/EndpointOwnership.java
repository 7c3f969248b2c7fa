package io.chatledger.command.channel;

import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Asks a provider whose an endpoint is. It changes nothing there. */
public interface EndpointOwnership {

    /** Whose endpoints it knows about. */
    Provider provider();

    /**
     * Whether the token is for the endpoint, and the endpoint one of the account's.
     *
     * @param tenant who wants to know; none of them may use up the others' questions
     * @param id the provider's of the endpoint
     * @param account the provider's id; null where it does not matter
     * @param accessToken never logged
     */
    Proof prove(TenantId tenant, String id, @Nullable String account, String accessToken);

    /** What the provider says. */
    sealed interface Proof {

        /** @param address the endpoint as a person reads it; null where the provider does not tell it */
        record Proved(@Nullable String address) implements Proof {}

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
