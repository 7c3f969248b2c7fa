package io.chatledger.query.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.contact.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as callers see it.
 *
 * @param name null where no provider has told it
 * @param nameHistory the oldest first
 * @param consents what the contact has agreed to, and not any more; the oldest first
 * @param mergedIds contacts that have turned out to be the same person; each can be unmerged by this id
 * @param erasedAt when the person was erased, so that only the traces are left; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ContactView(
        String id,
        @Nullable String name,
        List<Identity> identities,
        List<NameChange> nameHistory,
        List<Consent> consents,
        List<String> mergedIds,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant erasedAt) {

    /** From when on the contact went by a name. */
    public record NameChange(String name, Instant at) {}

    /**
     * What was said of one purpose.
     *
     * @param source where it was said
     * @param givenAt when it was said
     */
    public record Consent(String purpose, boolean granted, String source, Instant givenAt, Instant recordedAt) {}
}
