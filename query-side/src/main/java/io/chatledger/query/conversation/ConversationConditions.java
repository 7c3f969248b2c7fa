package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.SearchText;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Which rows a list of conversations is made of. */
record ConversationConditions(TenantId tenant, ConversationFilter filter) {

    Condition all() {
        return CONVERSATION_VIEW
                .TENANT_ID
                .eq(tenant.value())
                .and(equal(CONVERSATION_VIEW.STATUS, filter.status()))
                .and(equal(CONVERSATION_VIEW.CHANNEL_ID, filter.channelId()))
                .and(equal(CONVERSATION_VIEW.ASSIGNEE_ID, filter.assigneeId()))
                .and(equal(CONVERSATION_VIEW.OWNER, filter.owner()))
                .and(mentions(filter.search()));
    }

    /** The plain bound lets the index find where to begin; the rest settles rows of the same time. */
    Condition after(@Nullable Cursor from) {
        if (from == null) {
            return noCondition();
        }
        return CONVERSATION_VIEW
                .UPDATED_AT
                .le(from.at())
                .and(CONVERSATION_VIEW.UPDATED_AT.lt(from.at()).or(CONVERSATION_VIEW.ID.gt(from.id())));
    }

    private Condition mentions(@Nullable SearchText text) {
        if (text == null) {
            return noCondition();
        }
        if (text.isNothing()) {
            return falseCondition();
        }
        Condition contact = MergedContacts.isWith(tenant, text.in(CONTACT_VIEW.SEARCH));
        return contact.or(CONVERSATION_VIEW.ID.in(MessageSearch.conversations(tenant, text)));
    }

    private static Condition equal(Field<String> field, @Nullable String wanted) {
        return wanted == null ? noCondition() : field.eq(wanted);
    }
}
