package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The conversations of a tenant, as its inbox shows them. */
public final class ConversationProjection implements Projection<OfConversation, ConversationViewRecord> {

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public Table<ConversationViewRecord> table() {
        return CONVERSATION_VIEW;
    }

    @Override
    public Set<Class<? extends OfConversation>> events() {
        return Set.of(OfConversation.class);
    }

    @Override
    public List<String> ids(OfConversation event) {
        return List.of(event.conversationId().key());
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public @Nullable ConversationViewRecord fold(
            @Nullable ConversationViewRecord row, OfConversation event, RowKey key) {
        if (event instanceof ConversationOpened opened) {
            return row == null ? opened(opened, key) : row;
        }
        return row == null ? null : ConversationRow.after(row, event);
    }

    @Override
    public ConversationId stream(TenantId tenant, UUID id) {
        return ConversationId.of(tenant, id);
    }

    @Override
    public Field<String> person() {
        return CONVERSATION_VIEW.CONTACT_ID;
    }

    @Override
    public ConversationViewRecord forgotten(ConversationViewRecord row) {
        ConversationViewRecord next = row.into(CONVERSATION_VIEW);
        next.setLastMessagePreview(null);
        next.setNotes(ConversationRow.wordless(row.getNotes()));
        return next;
    }

    private static ConversationViewRecord opened(ConversationOpened event, RowKey key) {
        ConversationViewRecord row = new ConversationViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setChannelId(event.channelId().key());
        row.setProvider(event.endpoint().provider().name());
        row.setContactId(event.contactId().key());
        row.setStatus(ConversationStatus.open.name());
        row.setOwner(Owner.bot.name());
        row.setOwnershipVersion(0L);
        row.setUnreadCount(0);
        row.setMessageCount(0);
        row.setNotes(JSONB.valueOf("[]"));
        row.setMergedIds(JSONB.valueOf("[]"));
        row.setOpenedAt(event.at());
        row.setUpdatedAt(event.at());
        return row;
    }
}
