package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.ContactView;
import org.jooq.Condition;

/** Leads from the contact that a conversation is with to the one that stands for it, which is mostly the same. */
final class MergedContacts {

    static final ContactView OWN = CONTACT_VIEW.as("own_contact");

    private MergedContacts() {}

    static Condition isOfConversation() {
        return OWN.TENANT_ID.eq(CONVERSATION_VIEW.TENANT_ID).and(OWN.ID.eq(CONVERSATION_VIEW.CONTACT_ID));
    }

    static Condition standsForIt() {
        return CONTACT_VIEW
                .TENANT_ID
                .eq(CONVERSATION_VIEW.TENANT_ID)
                .and(CONTACT_VIEW.ID.eq(coalesce(OWN.MERGED_INTO_ID, CONVERSATION_VIEW.CONTACT_ID)));
    }

    /** Conversations of contacts with the given property, or of those they stand for. */
    static Condition isWith(TenantId tenant, Condition found) {
        return CONVERSATION_VIEW
                .CONTACT_ID
                .in(select(CONTACT_VIEW.ID)
                        .from(CONTACT_VIEW)
                        .where(CONTACT_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(found))
                .or(CONVERSATION_VIEW.CONTACT_ID.in(select(OWN.ID)
                        .from(OWN)
                        .join(CONTACT_VIEW)
                        .on(CONTACT_VIEW.TENANT_ID.eq(OWN.TENANT_ID))
                        .and(CONTACT_VIEW.ID.eq(OWN.MERGED_INTO_ID))
                        .where(OWN.TENANT_ID.eq(tenant.value()))
                        .and(OWN.MERGED_INTO_ID.isNotNull())
                        .and(found)));
    }
}
