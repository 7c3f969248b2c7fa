package io.chatledger.query.parcel;

import static io.chatledger.readmodel.parcel.ParcelTable.PARCEL;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.PersonExportPart;
import io.chatledger.query.TenantReads;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers what is asked about parcels; a person's own belong into what is handed over to them. */
@Component
@Profile("parcel")
@Order(50)
public class ParcelQueries implements PersonExportPart {

    private final TenantReads reads;

    ParcelQueries(TenantReads reads) {
        this.reads = reads;
    }

    @Override
    public String name() {
        return "parcels";
    }

    @Override
    public String template() {
        return "parcel/export";
    }

    @Override
    public List<ParcelView> of(TenantId tenant, List<String> contacts) {
        return find(tenant, PARCEL.contactId.in(contacts));
    }

    /** All that there are, up to 200. */
    public List<ParcelView> all(TenantId tenant) {
        return find(tenant, DSL.noCondition());
    }

    private List<ParcelView> find(TenantId tenant, Condition which) {
        return reads.read(
                tenant,
                database -> database.selectFrom(PARCEL)
                        .where(PARCEL.tenantId.eq(tenant.value()))
                        .and(which)
                        .orderBy(PARCEL.content, PARCEL.id)
                        .limit(200)
                        .fetch(row -> new ParcelView(
                                row.get(PARCEL.content), row.get(PARCEL.state), row.get(PARCEL.tracking))));
    }

    /**
     * One parcel as it is shown.
     *
     * @param state {@code sent} or {@code delivered}
     * @param tracking the code that the carrier knows it by; null until it has one
     */
    public record ParcelView(
            String content, String state, @Nullable String tracking) {}
}
