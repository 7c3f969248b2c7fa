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
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ContactView(
        String id,
        @Nullable String name,
        List<Identity> identities,
        List<NameChange> nameHistory,
        Instant createdAt,
        Instant updatedAt) {

    /** From when on the contact went by a name. */
    public record NameChange(String name, Instant at) {}
}
