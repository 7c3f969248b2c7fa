package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;

import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.util.List;
import java.util.Set;
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
    public Set<Class<? extends OfContact>> events() {
        return contacts.events();
    }

    @Override
    public List<String> ids(OfContact event) {
        return contacts.ids(event);
    }

    @Override
    public @Nullable ContactViewRecord fold(@Nullable ContactViewRecord row, OfContact event, RowKey key) {
        return contacts.fold(row, event, key);
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
