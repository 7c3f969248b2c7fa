package io.chatledger.query.contact;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.PERSONAL_DATA_READ_VIEW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.JsonColumn;
import io.chatledger.query.LongList;
import io.chatledger.query.Past;
import io.chatledger.query.TenantReads;
import io.chatledger.query.contact.ContactExport.Read;
import io.chatledger.query.contact.ContactExport.Talk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers everything about a person. */
@Component
class ExportQueries {

    private static final int AT_ONCE = 100;

    private final ContactQueries contacts;
    private final TenantReads reads;
    private final InstantSource clock;

    ExportQueries(ContactQueries contacts, TenantReads reads, InstantSource clock) {
        this.contacts = contacts;
        this.reads = reads;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code not-found}; {@code person-erased}: nothing is known of them any more */
    ContactExport of(TenantId tenant, String id) {
        ContactView contact = contacts.get(tenant, id);
        Instant erasedAt = contact.erasedAt();
        if (erasedAt != null) {
            throw new DomainProblem(
                    DomainProblem.Kind.GONE,
                    "person-erased",
                    "This person has been erased; there is nothing to export.",
                    Map.of("erasedAt", erasedAt));
        }
        Past past = Past.current();
        List<String> person = Stream.concat(Stream.of(contact.id()), contact.mergedIds().stream())
                .toList();
        return new ContactExport(
                clock.instant(),
                past == null ? null : past.moment(),
                contact,
                contacts.merged(tenant, contact),
                new LongList<>(last -> conversations(tenant, person, last)),
                new LongList<>(last -> reads(tenant, person, last)));
    }

    private List<Talk> conversations(TenantId tenant, List<String> person, @Nullable Talk last) {
        Condition later = last == null
                ? noCondition()
                : row(CONVERSATION_VIEW.OPENED_AT, CONVERSATION_VIEW.ID).gt(last.openedAt(), last.id());
        return reads.read(
                tenant,
                database -> database.select(CONVERSATION_VIEW.fields())
                        .select(coalesce(CHANNEL_VIEW.DISPLAY_PHONE_NUMBER, CHANNEL_VIEW.NAME)
                                .as("channel"))
                        .from(CONVERSATION_VIEW)
                        .leftJoin(CHANNEL_VIEW)
                        .on(CHANNEL_VIEW.TENANT_ID.eq(CONVERSATION_VIEW.TENANT_ID))
                        .and(CHANNEL_VIEW.ID.eq(CONVERSATION_VIEW.CHANNEL_ID))
                        .where(CONVERSATION_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(CONVERSATION_VIEW.CONTACT_ID.in(person))
                        .and(later)
                        .orderBy(CONVERSATION_VIEW.OPENED_AT, CONVERSATION_VIEW.ID)
                        .limit(AT_ONCE)
                        .fetch(found -> talk(tenant, found)));
    }

    @SuppressWarnings("unchecked")
    private Talk talk(TenantId tenant, Record row) {
        String id = row.get(CONVERSATION_VIEW.ID);
        List<?> notes = JsonColumn.list(row.get(CONVERSATION_VIEW.NOTES), Map.class);
        return new Talk(
                id,
                row.get("channel", String.class),
                row.get(CONVERSATION_VIEW.STATUS),
                row.get(CONVERSATION_VIEW.TOPIC),
                row.get(CONVERSATION_VIEW.OPENED_AT),
                row.get(CONVERSATION_VIEW.CLOSED_AT),
                (List<Map<String, Object>>) notes,
                new LongList<>(new ExportedMessages(reads, tenant, id)::after));
    }

    private List<Read> reads(TenantId tenant, List<String> person, @Nullable Read last) {
        Condition later = last == null
                ? noCondition()
                : row(PERSONAL_DATA_READ_VIEW.READ_AT, PERSONAL_DATA_READ_VIEW.ID)
                        .gt(last.at(), last.id());
        return reads.read(
                tenant,
                database -> database.selectFrom(PERSONAL_DATA_READ_VIEW)
                        .where(PERSONAL_DATA_READ_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(PERSONAL_DATA_READ_VIEW
                                .KEY
                                .in(person)
                                .or(PERSONAL_DATA_READ_VIEW.KEY.in(select(CONVERSATION_VIEW.ID)
                                        .from(CONVERSATION_VIEW)
                                        .where(CONVERSATION_VIEW.TENANT_ID.eq(tenant.value()))
                                        .and(CONVERSATION_VIEW.CONTACT_ID.in(person)))))
                        .and(later)
                        .orderBy(PERSONAL_DATA_READ_VIEW.READ_AT, PERSONAL_DATA_READ_VIEW.ID)
                        .limit(AT_ONCE)
                        .fetch(row -> new Read(
                                row.getId(), row.getReadAt(), row.getAccountId(), row.getKind(), row.getAsOf())));
    }
}
