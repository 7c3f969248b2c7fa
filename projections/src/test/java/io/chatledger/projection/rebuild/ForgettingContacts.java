package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;

import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Contacts of whom nothing is left but that they were there. */
final class ForgettingContacts implements Projection<OfContact, ContactViewRecord> {

    private final ContactProjection contacts = new ContactProjection();

    @Override
    public String name() {
        return "forgetting-contacts";
    }

    @Override
    public Table<ContactViewRecord> table() {
        return CONTACT_VIEW;
    }

    @Override
    public Class<OfContact> events() {
        return OfContact.class;
    }

    @Override
    public String id(OfContact event) {
        return contacts.id(event);
    }

    @Override
    public @Nullable ContactViewRecord fold(@Nullable ContactViewRecord row, OfContact event, TenantId tenant) {
        return contacts.fold(row, event, tenant);
    }

    @Override
    public Field<String> person() {
        return CONTACT_VIEW.ID;
    }

    @Override
    public ContactViewRecord forgotten(ContactViewRecord row) {
        ContactViewRecord next = row.into(CONTACT_VIEW);
        next.setName("forgotten");
        return next;
    }
}
