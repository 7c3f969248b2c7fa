package io.chatledger.projection.access;

import static io.chatledger.readmodel.generated.Tables.PERSONAL_DATA_READ_VIEW;

import io.chatledger.kernel.audit.AuditEvent.PersonalDataRead;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.PersonalDataReadViewRecord;
import java.time.Instant;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Who was shown what of customers, so that customers can be told. */
public final class PersonalDataReadProjection implements Projection<PersonalDataRead, PersonalDataReadViewRecord> {

    @Override
    public String name() {
        return "personal-data-read";
    }

    @Override
    public Table<PersonalDataReadViewRecord> table() {
        return PERSONAL_DATA_READ_VIEW;
    }

    @Override
    public Class<PersonalDataRead> events() {
        return PersonalDataRead.class;
    }

    @Override
    public String id(PersonalDataRead event) {
        return event.readId().key();
    }

    @Override
    public PersonalDataReadViewRecord fold(
            @Nullable PersonalDataReadViewRecord row, PersonalDataRead event, TenantId tenant) {
        PersonalDataReadViewRecord next = new PersonalDataReadViewRecord();
        next.setTenantId(tenant.value());
        next.setId(id(event));
        next.setAccountId(event.accountId().key());
        next.setKind(Storable.text(event.kind()));
        next.setKey(event.key() == null ? null : Storable.key(event.key()));
        Instant asOf = event.asOf();
        next.setAsOf(asOf == null ? null : Storable.time(asOf));
        next.setReadAt(event.at());
        return next;
    }
}
