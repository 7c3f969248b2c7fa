package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.SearchText;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A search in what messages say.
 *
 * @param from the last hit that is known already; null at the beginning
 */
record MessageSearch(
        TenantId tenant, SearchText text, @Nullable Cursor from) {

    static Condition says(SearchText text) {
        return DSL.condition("{0} @@ to_tsquery('simple', {1})", MESSAGE_VIEW.SEARCH, val(text.words()));
    }

    List<Record> rows(DSLContext database, int most) {
        return List.copyOf(database.select(MESSAGE_VIEW.ID, MESSAGE_VIEW.CONVERSATION_ID, MESSAGE_VIEW.DIRECTION)
                .select(MESSAGE_VIEW.TYPE, MESSAGE_VIEW.TEXT, MESSAGE_VIEW.SENT_AT, MESSAGE_VIEW.ORDER_AT)
                .select(
                        coalesce(MergedContacts.OWN.MERGED_INTO_ID, CONVERSATION_VIEW.CONTACT_ID)
                                .as(CONVERSATION_VIEW.CONTACT_ID),
                        CONTACT_VIEW.NAME)
                .from(MESSAGE_VIEW)
                .join(CONVERSATION_VIEW)
                .on(CONVERSATION_VIEW.TENANT_ID.eq(MESSAGE_VIEW.TENANT_ID))
                .and(CONVERSATION_VIEW.ID.eq(MESSAGE_VIEW.CONVERSATION_ID))
                .leftJoin(MergedContacts.OWN)
                .on(MergedContacts.isOfConversation())
                .leftJoin(CONTACT_VIEW)
                .on(MergedContacts.standsForIt())
                .where(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(says(text))
                .and(after())
                .orderBy(MESSAGE_VIEW.ORDER_AT.desc(), MESSAGE_VIEW.ID)
                .limit(most)
                .fetch());
    }

    static MessageHit hit(Record row) {
        return new MessageHit(
                row.get(MESSAGE_VIEW.ID),
                row.get(MESSAGE_VIEW.CONVERSATION_ID),
                new MessageHit.Contact(row.get(CONVERSATION_VIEW.CONTACT_ID), row.get(CONTACT_VIEW.NAME)),
                row.get(MESSAGE_VIEW.DIRECTION),
                row.get(MESSAGE_VIEW.TYPE),
                row.get(MESSAGE_VIEW.TEXT),
                row.get(MESSAGE_VIEW.SENT_AT));
    }

    static Cursor cursor(Record row) {
        return Cursor.of(row.get(MESSAGE_VIEW.ORDER_AT), row.get(MESSAGE_VIEW.ID));
    }

    private Condition after() {
        if (from == null) {
            return noCondition();
        }
        Condition sameTime = MESSAGE_VIEW.ORDER_AT.eq(from.at()).and(MESSAGE_VIEW.ID.gt(from.id()));
        return MESSAGE_VIEW.ORDER_AT.lt(from.at()).or(sameTime);
    }
}
