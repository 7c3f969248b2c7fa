package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Past;
import io.chatledger.query.SearchText;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A search in what messages say.
 *
 * @param from the last hit that is known already; null at the beginning
 */
record MessageSearch(
        TenantId tenant, SearchText text, @Nullable Cursor from) {

    private static final Table<?> FOUND = DSL.table(DSL.name("found"));
    /** As in the threads. */
    private static final List<SortField<?>> NEWEST_FIRST =
            List.of(MESSAGE_VIEW.ORDER_AT.desc(), MESSAGE_VIEW.SEQUENCE.desc(), MESSAGE_VIEW.ID.desc());

    private static final Field<String> FOUND_ID = DSL.field(DSL.name("found", "id"), String.class);

    /** Ids of the conversations in which the words are said. */
    static Select<Record1<String>> conversations(TenantId tenant, SearchText text) {
        Field<?> words = query(tenant, text);
        if (Past.current() == null) {
            return DSL.select(DSL.field("conversations_saying", String.class)).from("conversations_saying({0})", words);
        }
        return DSL.select(MESSAGE_VIEW.CONVERSATION_ID)
                .from(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(says(words));
    }

    List<Record> rows(DSLContext database, int most) {
        if (text.words().isEmpty()) {
            return List.of();
        }
        return List.copyOf(database.with("found")
                .as(found(most))
                .select(MESSAGE_VIEW.ID, MESSAGE_VIEW.CONVERSATION_ID, MESSAGE_VIEW.DIRECTION)
                .select(MESSAGE_VIEW.TYPE, MESSAGE_VIEW.TEXT, MESSAGE_VIEW.SENT_AT)
                .select(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE)
                .select(
                        coalesce(MergedContacts.OWN.MERGED_INTO_ID, CONVERSATION_VIEW.CONTACT_ID)
                                .as(CONVERSATION_VIEW.CONTACT_ID),
                        CONTACT_VIEW.NAME)
                .from(FOUND)
                .join(MESSAGE_VIEW)
                .on(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE_VIEW.ID.eq(FOUND_ID))
                .join(CONVERSATION_VIEW)
                .on(CONVERSATION_VIEW.TENANT_ID.eq(MESSAGE_VIEW.TENANT_ID))
                .and(CONVERSATION_VIEW.ID.eq(MESSAGE_VIEW.CONVERSATION_ID))
                .leftJoin(MergedContacts.OWN)
                .on(MergedContacts.isOfConversation())
                .leftJoin(CONTACT_VIEW)
                .on(MergedContacts.standsForIt())
                .orderBy(NEWEST_FIRST)
                .fetch());
    }

    /** In the present a function may use the index; the tables of the past have the rows of one tenant only. */
    private ResultQuery<?> found(int most) {
        Field<?> words = query(tenant, text);
        if (Past.current() == null) {
            return DSL.resultQuery(
                    "select id from messages_saying({0}, {1}::timestamptz, {2}::bigint, {3}, {4})",
                    words,
                    DSL.val(from == null ? null : from.at().toString()),
                    DSL.val(from == null ? null : from.sequence()),
                    DSL.val(from == null ? null : from.id()),
                    DSL.val(most));
        }
        return DSL.select(MESSAGE_VIEW.ID)
                .from(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.TENANT_ID.eq(tenant.value()))
                .and(says(words))
                .and(after())
                .orderBy(NEWEST_FIRST)
                .limit(most);
    }

    /** The words are written as the database keeps them, so it need not look for words in them. */
    private static Field<?> query(TenantId tenant, SearchText text) {
        return DSL.field("{0}::tsquery", Object.class, val(text.words(tenant)));
    }

    private static Condition says(Field<?> words) {
        return DSL.condition("{0} @@ {1}", MESSAGE_VIEW.SEARCH, words);
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
        return new Cursor(row.get(MESSAGE_VIEW.ORDER_AT), row.get(MESSAGE_VIEW.SEQUENCE), row.get(MESSAGE_VIEW.ID));
    }

    private Condition after() {
        return from == null
                ? noCondition()
                : row(MESSAGE_VIEW.ORDER_AT, MESSAGE_VIEW.SEQUENCE, MESSAGE_VIEW.ID)
                        .lt(from.at(), from.sequence(), from.id());
    }
}
