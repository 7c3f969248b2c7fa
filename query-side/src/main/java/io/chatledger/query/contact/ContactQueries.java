package io.chatledger.query.contact;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.JsonColumn;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.RowId;
import io.chatledger.query.SearchText;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about contacts. */
@Component
public class ContactQueries {

    private final TenantReads reads;

    public ContactQueries(TenantReads reads) {
        this.reads = reads;
    }

    /**
     * The newest first, without those that were merged into others.
     *
     * @param q part of a name or identity, at most 200 characters; null or empty for all
     * @throws DomainProblem {@code invalid-request}
     */
    public Page<ContactView> find(TenantId tenant, @Nullable String q, Paging paging) {
        Condition found = mentions(SearchText.of(q)).and(after(paging.from()));
        List<ContactViewRecord> rows = reads.read(
                tenant,
                database -> database.selectFrom(CONTACT_VIEW)
                        .where(CONTACT_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(CONTACT_VIEW.MERGED_INTO_ID.isNull())
                        .and(found)
                        .orderBy(CONTACT_VIEW.CREATED_AT.desc(), CONTACT_VIEW.ID)
                        .limit(paging.limit() + 1)
                        .fetch());
        return Page.ofEach(rows, paging, ContactQueries::view, row -> Cursor.of(row.getCreatedAt(), row.getId()));
    }

    /**
     * Who stands for the contact, if it was merged.
     *
     * @throws DomainProblem {@code not-found}
     */
    public ContactView get(TenantId tenant, String id) {
        return find(tenant, RowId.existing(id, "contact")).orElseThrow(() -> DomainProblem.notFound("contact"));
    }

    /** As {@link #get}, for an id that is known to be one: its row may come a moment after what names it. */
    public Optional<ContactView> find(TenantId tenant, String id) {
        return reads.row(tenant, CONTACT_VIEW, id)
                .flatMap(row -> row.getMergedIntoId() == null
                        ? Optional.of(row)
                        : reads.row(tenant, CONTACT_VIEW, row.getMergedIntoId()))
                .map(ContactQueries::view);
    }

    /** The contacts that were merged into this one, as they were left. */
    List<ContactView> merged(TenantId tenant, ContactView contact) {
        return contact.mergedIds().stream()
                .flatMap(id -> reads.row(tenant, CONTACT_VIEW, id).stream())
                .map(ContactQueries::view)
                .toList();
    }

    private static ContactView view(ContactViewRecord row) {
        return new ContactView(
                row.getId(),
                row.getName(),
                JsonColumn.list(row.getIdentities(), Identity.class),
                JsonColumn.list(row.getNameHistory(), ContactView.NameChange.class),
                JsonColumn.list(row.getConsents(), ContactView.Consent.class),
                JsonColumn.list(row.getMergedIds(), String.class),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getErasedAt());
    }

    private static Condition mentions(@Nullable SearchText text) {
        if (text == null) {
            return noCondition();
        }
        return text.isNothing() ? falseCondition() : text.in(CONTACT_VIEW.SEARCH);
    }

    private static Condition after(@Nullable Cursor from) {
        if (from == null) {
            return noCondition();
        }
        Condition later = CONTACT_VIEW.CREATED_AT.lt(from.at()).or(CONTACT_VIEW.ID.gt(from.id()));
        return CONTACT_VIEW.CREATED_AT.le(from.at()).and(later);
    }
}
