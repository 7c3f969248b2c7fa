package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a conversation is with.
 *
 * @param name null where no provider has told it
 * @param erasedAt when the person was erased; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ContactSummary(
        String id,
        @Nullable String name,
        List<IdentityView> identities,
        @Nullable Instant erasedAt) {}
