package io.chatledger.projection.contact;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;

import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactSeparated;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactEvent.SurvivorChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.SearchText;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The customers of a tenant, by whatever names they have had. */
public final class ContactProjection implements Projection<OfContact, ContactViewRecord> {

    private static final JSONB NOTHING = JSONB.valueOf("[]");

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public Table<ContactViewRecord> table() {
        return CONTACT_VIEW;
    }

    @Override
    public Set<Class<? extends OfContact>> events() {
        return Set.of(OfContact.class);
    }

    @Override
    public List<String> ids(OfContact event) {
        return List.of(event.contactId().key());
    }

    @Override
    public @Nullable ContactViewRecord fold(@Nullable ContactViewRecord row, OfContact event, RowKey key) {
        if (row == null && !(event instanceof ContactCreated)) {
            return null;
        }
        ContactViewRecord next = row == null ? created(event, key) : row.into(CONTACT_VIEW);
        if (event instanceof ContactErased) {
            next = forgotten(next);
        }
        switch (event) {
            case ContactCreated created -> named(next, created.name(), created.at());
            case ProfileNameChanged changed -> named(next, changed.name(), changed.at());
            case IdentityLinked linked -> identities(next, null, linked.identity());
            case IdentityUnlinked unlinked -> identities(next, unlinked.identity(), null);
            case NumberChanged changed -> identities(next, changed.from(), changed.to());
            case ConsentRecorded consent ->
                next.setConsents(CanonicalJson.append(next.getConsents(), Consent.of(consent)));
            case ContactMerged merged -> {
                next.setMergedIntoId(merged.into().key());
                next.setIdentities(NOTHING);
            }
            case SurvivorChanged changed ->
                next.setMergedIntoId(changed.survivor().key());
            case ContactUnmerged _ -> next.setMergedIntoId(null);
            case ContactAbsorbed absorbed ->
                next.setMergedIds(CanonicalJson.append(
                        next.getMergedIds(), absorbed.merged().key()));
            case ContactSeparated separated -> next.setMergedIds(without(next, separated.merged()));
            case ContactErased erased -> next.setErasedAt(erased.at());
            case ErasureCertified _ -> {}
        }
        next.setSearch(search(next));
        next.setUpdatedAt(event.at());
        return next;
    }

    @Override
    public ContactId stream(TenantId tenant, UUID id) {
        return ContactId.of(tenant, id);
    }

    @Override
    public Field<String> person() {
        return CONTACT_VIEW.ID;
    }

    @Override
    public Field<Instant> erasedAt() {
        return CONTACT_VIEW.ERASED_AT;
    }

    /** The name and the numbers are gone; that there was a customer, and what for, is not. */
    @Override
    public ContactViewRecord forgotten(ContactViewRecord row) {
        ContactViewRecord next = row.into(CONTACT_VIEW);
        next.setName(null);
        next.setNameHistory(NOTHING);
        next.setIdentities(NOTHING);
        next.setSearch("");
        return next;
    }

    private static ContactViewRecord created(OfContact event, RowKey key) {
        ContactViewRecord row = new ContactViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setIdentities(NOTHING);
        row.setNameHistory(NOTHING);
        row.setConsents(NOTHING);
        row.setMergedIds(NOTHING);
        row.setCreatedAt(event.at());
        return row;
    }

    private static JSONB without(ContactViewRecord row, ContactId merged) {
        return CanonicalJson.write(CanonicalJson.read(row.getMergedIds(), String.class).stream()
                .filter(id -> !id.equals(merged.key()))
                .toList());
    }

    private static void named(ContactViewRecord row, @Nullable String name, Instant at) {
        if (name != null && !name.isEmpty()) {
            row.setName(Storable.text(name));
            row.setNameHistory(CanonicalJson.append(row.getNameHistory(), new NameSince(name, at)));
        }
    }

    private static void identities(ContactViewRecord row, @Nullable Identity gone, @Nullable Identity come) {
        Stream<Identity> kept = CanonicalJson.read(row.getIdentities(), Identity.class).stream()
                .filter(identity -> !identity.equals(gone));
        List<Identity> all = Stream.concat(kept, Stream.ofNullable(come))
                // Of an erased person the value is not there any more.
                .filter(identity -> !identity.value().isEmpty())
                .distinct()
                .sorted(Comparator.comparing(Identity::type).thenComparing(Identity::value))
                .toList();
        row.setIdentities(CanonicalJson.write(all));
    }

    private static String search(ContactViewRecord row) {
        Stream<String> identities =
                CanonicalJson.read(row.getIdentities(), Identity.class).stream().map(Identity::value);
        return Stream.concat(Stream.ofNullable(row.getName()), identities)
                .map(SearchText::fold)
                .collect(Collectors.joining(" "));
    }

    private record NameSince(String name, Instant at) {}

    private record Consent(String purpose, boolean granted, String source, Instant givenAt, Instant recordedAt) {
        static Consent of(ConsentRecorded event) {
            return new Consent(
                    Storable.text(event.purpose()),
                    event.granted(),
                    Storable.text(event.source()),
                    Storable.time(event.givenAt()),
                    event.at());
        }
    }
}
