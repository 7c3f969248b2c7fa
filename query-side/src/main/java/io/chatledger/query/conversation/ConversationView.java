package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.message.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as callers see it.
 *
 * @param owner {@code bot} or {@code human}
 * @param ownershipVersion goes up with every change of owner
 * @param lastMessage null before the first one
 * @param notes the team's own; only where one conversation is asked for, null in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationView(
        String id,
        Contact contact,
        String channelId,
        String status,
        @Nullable String topic,
        String owner,
        long ownershipVersion,
        @Nullable String assigneeId,
        @Nullable LastMessage lastMessage,
        int unreadCount,
        int messageCount,
        Window window,
        Instant openedAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Note> notes) {

    /** @param name null where no provider has told it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Contact(String id, @Nullable String name, List<Identity> identities) {}

    /** @param preview null where there is nothing to read in it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LastMessage(
            String id,
            String direction,
            String type,
            @Nullable String preview,
            Instant at) {}

    /**
     * The time in which the customer may be answered freely.
     *
     * @param closesAt null where it was never open
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Window(boolean open, @Nullable Instant closesAt) {}

    /** A remark that only the team sees. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Note(String id, String text, Actor author, Instant at) {}
}
