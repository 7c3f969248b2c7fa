package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;

import io.chatledger.kernel.channel.MessagingWindow;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.query.Cursor;
import io.chatledger.query.JsonColumn;
import java.time.Instant;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Makes views of rows, as they are at one moment. */
record ConversationRows(Instant now) {

    /** @param row the conversation's with that of the contact who stands for the one it is with */
    ConversationView listed(Record row) {
        return view(row, row, null);
    }

    ConversationView withNotes(Record row, Record contact) {
        return view(row, contact, JsonColumn.list(row.get(CONVERSATION_VIEW.NOTES), Note.class));
    }

    static Cursor cursor(Record row) {
        return Cursor.of(row.get(CONVERSATION_VIEW.UPDATED_AT), row.get(CONVERSATION_VIEW.ID));
    }

    private ConversationView view(Record row, Record contact, @Nullable List<Note> notes) {
        return new ConversationView(
                row.get(CONVERSATION_VIEW.ID),
                summary(row, contact),
                row.get(CONVERSATION_VIEW.CHANNEL_ID),
                row.get(CONVERSATION_VIEW.STATUS),
                row.get(CONVERSATION_VIEW.TOPIC),
                row.get(CONVERSATION_VIEW.OWNER),
                row.get(CONVERSATION_VIEW.OWNERSHIP_VERSION),
                row.get(CONVERSATION_VIEW.ASSIGNEE_ID),
                lastMessage(row),
                row.get(CONVERSATION_VIEW.UNREAD_COUNT),
                row.get(CONVERSATION_VIEW.MESSAGE_COUNT),
                window(row.get(CONVERSATION_VIEW.WINDOW_CLOSES_AT), row.get(CONVERSATION_VIEW.PROVIDER)),
                row.get(CONVERSATION_VIEW.MERGED_INTO_ID),
                JsonColumn.list(row.get(CONVERSATION_VIEW.MERGED_IDS), String.class),
                row.get(CONVERSATION_VIEW.OPENED_AT),
                row.get(CONVERSATION_VIEW.UPDATED_AT),
                notes);
    }

    /** The contact's own row may come a moment after the conversation's. */
    private static ContactSummary summary(Record conversation, Record row) {
        JSONB identities = row.get(CONTACT_VIEW.IDENTITIES);
        String person = row.get(CONTACT_VIEW.ID);
        return new ContactSummary(
                person == null ? conversation.get(CONVERSATION_VIEW.CONTACT_ID) : person,
                row.get(CONTACT_VIEW.NAME),
                identities == null ? List.of() : JsonColumn.list(identities, IdentityView.class),
                row.get(CONTACT_VIEW.ERASED_AT));
    }

    private static @Nullable LastMessage lastMessage(Record row) {
        if (row.get(CONVERSATION_VIEW.LAST_MESSAGE_ID) == null) {
            return null;
        }
        return new LastMessage(
                row.get(CONVERSATION_VIEW.LAST_MESSAGE_ID),
                row.get(CONVERSATION_VIEW.LAST_MESSAGE_DIRECTION),
                row.get(CONVERSATION_VIEW.LAST_MESSAGE_TYPE),
                row.get(CONVERSATION_VIEW.LAST_MESSAGE_PREVIEW),
                row.get(CONVERSATION_VIEW.LAST_MESSAGE_AT));
    }

    private Window window(@Nullable Instant closesAt, @Nullable String provider) {
        if (provider != null && MessagingWindow.of(new Provider(provider)).length() == null) {
            return new Window(true, null);
        }
        return new Window(closesAt != null && now.isBefore(closesAt), closesAt);
    }
}
