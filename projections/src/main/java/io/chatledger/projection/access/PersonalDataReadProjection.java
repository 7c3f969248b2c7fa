package io.chatledger.projection.access;

import static io.chatledger.readmodel.generated.Tables.PERSONAL_DATA_READ_VIEW;

import io.chatledger.kernel.audit.AuditEvent.PersonalDataRead;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.PersonalDataReadViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
    public Set<Class<? extends PersonalDataRead>> events() {
        return Set.of(PersonalDataRead.class);
    }

    @Override
    public List<String> ids(PersonalDataRead event) {
        return List.of(event.readId().key());
    }

    @Override
    public PersonalDataReadViewRecord fold(
            @Nullable PersonalDataReadViewRecord row, PersonalDataRead event, RowKey key) {
        PersonalDataReadViewRecord next = new PersonalDataReadViewRecord();
        next.setTenantId(key.tenant());
        next.setId(key.id());
        next.setAccountId(event.accountId().key());
        next.setKind(Storable.text(event.kind()));
        next.setKey(event.key() == null ? null : Storable.key(event.key()));
        Instant asOf = event.asOf();
        next.setAsOf(asOf == null ? null : Storable.time(asOf));
        next.setReadAt(event.at());
        return next;
    }
}
