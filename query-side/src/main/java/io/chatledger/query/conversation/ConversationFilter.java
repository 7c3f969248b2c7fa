package io.chatledger.query.conversation;

import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.query.Choice;
import io.chatledger.query.RowId;
import io.chatledger.query.SearchText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted; null or empty means any.
 *
 * @param status one of {@link ConversationStatus}
 * @param owner one of {@link Owner}
 * @param q what the contact's name, an identity or a message says
 */
public record ConversationFilter(
        @Nullable String status,
        @Nullable String channelId,
        @Nullable String assigneeId,
        @Nullable String owner,
        @Nullable String q) {

    public static final ConversationFilter ALL = new ConversationFilter(null, null, null, null, null);

    private static final List<String> STATUSES = names(ConversationStatus.values());
    private static final List<String> OWNERS = names(Owner.values());

    /** @throws io.chatledger.kernel.problem.DomainProblem {@code invalid-request}, naming the field */
    public ConversationFilter {
        status = Choice.of(status, "status", STATUSES);
        channelId = RowId.filter(channelId, "channelId");
        assigneeId = RowId.filter(assigneeId, "assigneeId");
        owner = Choice.of(owner, "owner", OWNERS);
    }

    @Nullable
    SearchText search() {
        return SearchText.of(q);
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
