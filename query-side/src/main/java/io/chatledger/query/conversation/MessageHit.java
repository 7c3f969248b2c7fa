package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that a search has found, with whose conversation it is in. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageHit(
        String id,
        String conversationId,
        Contact contact,
        String direction,
        String type,
        @Nullable String text,
        Instant sentAt) {

    /** @param name null where no provider has told it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Contact(String id, @Nullable String name) {}
}
