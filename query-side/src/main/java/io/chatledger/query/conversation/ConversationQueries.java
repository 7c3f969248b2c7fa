package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.Past;
import io.chatledger.query.RowId;
import io.chatledger.query.SearchText;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about conversations and their messages. */
@Component
public class ConversationQueries {

    private final TenantReads reads;
    private final InstantSource clock;

    public ConversationQueries(TenantReads reads, InstantSource clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** The newest activity first. */
    public Page<ConversationView> find(TenantId tenant, ConversationFilter filter, Paging paging) {
        Cursor from = paging.from();
        ConversationConditions conditions = new ConversationConditions(tenant, filter);
        List<Record> rows = reads.read(
                tenant,
                database -> List.copyOf(select(database)
                        .where(conditions.all())
                        .and(conditions.after(from))
                        .orderBy(CONVERSATION_VIEW.UPDATED_AT.desc(), CONVERSATION_VIEW.ID)
                        .limit(paging.limit() + 1)
                        .fetch()));
        ConversationRows views = new ConversationRows(Past.now(clock));
        return Page.ofEach(rows, paging, views::listed, ConversationRows::cursor);
    }

    /**
     * One conversation, with its notes.
     *
     * @throws DomainProblem {@code not-found}
     */
    public ConversationView get(TenantId tenant, String id) {
        String known = RowId.existing(id, "conversation");
        ConversationViewRecord row =
                reads.row(tenant, CONVERSATION_VIEW, known).orElseThrow(() -> DomainProblem.notFound("conversation"));
        ContactViewRecord contact = person(tenant, row.getContactId()).orElseGet(ContactViewRecord::new);
        return new ConversationRows(Past.now(clock)).withNotes(row, contact);
    }

    /**
     * The messages of a conversation, the oldest first.
     *
     * @throws DomainProblem {@code not-found}
     */
    public Page<MessageView> messages(TenantId tenant, String conversationId, Paging paging) {
        return thread(tenant, conversationId, paging.from(), thread -> thread.forwards(paging));
    }

    /**
     * The newest messages of a conversation, the oldest of them first. The cursor leads to the messages before them:
     * see {@link #earlierMessages}.
     *
     * @throws DomainProblem {@code not-found}
     */
    public Page<MessageView> latestMessages(TenantId tenant, String conversationId, int limit) {
        return earlierMessages(tenant, conversationId, Paging.first(limit));
    }

    /**
     * The messages just before those of a page, the oldest of them first.
     *
     * @param paging with the cursor of {@link #latestMessages} or of an earlier call of this
     * @throws DomainProblem {@code not-found}
     */
    public Page<MessageView> earlierMessages(TenantId tenant, String conversationId, Paging paging) {
        return thread(tenant, conversationId, paging.from(), thread -> thread.backwards(paging));
    }

    /**
     * Messages that say all the words, the newest first.
     *
     * @throws DomainProblem {@code invalid-request} for an empty or too long search
     */
    public Page<MessageHit> search(TenantId tenant, String q, Paging paging) {
        MessageSearch search = new MessageSearch(tenant, SearchText.required(q), paging.from());
        return Page.ofEach(
                reads.read(tenant, database -> search.rows(database, paging.limit() + 1)),
                paging,
                MessageSearch::hit,
                MessageSearch::cursor);
    }

    /** Who stands for the contact. */
    private Optional<ContactViewRecord> person(TenantId tenant, String contact) {
        return reads.row(tenant, CONTACT_VIEW, contact)
                .flatMap(row -> row.getMergedIntoId() == null
                        ? Optional.of(row)
                        : reads.row(tenant, CONTACT_VIEW, row.getMergedIntoId()));
    }

    private Page<MessageView> thread(
            TenantId tenant,
            String conversationId,
            @Nullable Cursor from,
            Function<MessageThread, Page<MessageView>> part) {
        String known = RowId.existing(conversationId, "conversation");
        return reads.read(tenant, database -> part.apply(MessageThread.of(database, tenant, known, from)));
    }

    private static SelectOnConditionStep<Record> select(DSLContext database) {
        return database.select(CONVERSATION_VIEW.fields())
                .select(CONTACT_VIEW.ID, CONTACT_VIEW.NAME, CONTACT_VIEW.IDENTITIES, CONTACT_VIEW.ERASED_AT)
                .from(CONVERSATION_VIEW)
                .leftJoin(MergedContacts.OWN)
                .on(MergedContacts.isOfConversation())
                .leftJoin(CONTACT_VIEW)
                .on(MergedContacts.standsForIt());
    }
}
