package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as callers see it.
 *
 * @param owner {@code bot} or {@code human}
 * @param ownershipVersion goes up with every change of owner
 * @param lastMessage null before the first one
 * @param messageCount messages of both sides; what only belongs to one, as a reaction does, is none
 * @param mergedIntoId the conversation in which it goes on, as its contact has been merged; null while it goes on itself
 * @param mergedIds conversations that go on in this one
 * @param notes the team's own; only where one conversation is asked for, null in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationView(
        String id,
        ContactSummary contact,
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
        @Nullable String mergedIntoId,
        List<String> mergedIds,
        Instant openedAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Note> notes) {}
