package io.chatledger.projection.tenant;

import static io.chatledger.readmodel.generated.Tables.TENANT_VIEW;

import io.chatledger.kernel.tenant.TenantEvent;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.TenantViewRecord;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tenants themselves, a row each. */
public final class TenantProjection implements Projection<TenantEvent, TenantViewRecord> {

    @Override
    public String name() {
        return "tenant";
    }

    @Override
    public Table<TenantViewRecord> table() {
        return TENANT_VIEW;
    }

    @Override
    public Class<TenantEvent> events() {
        return TenantEvent.class;
    }

    @Override
    public @Nullable String id(TenantEvent event) {
        return event instanceof TenantRegistered registered
                ? registered.tenant().value()
                : null;
    }

    @Override
    public @Nullable TenantViewRecord fold(@Nullable TenantViewRecord row, TenantEvent event, TenantId tenant) {
        return event instanceof TenantRegistered registered ? registered(registered, tenant) : row;
    }

    private static TenantViewRecord registered(TenantRegistered event, TenantId tenant) {
        TenantViewRecord row = new TenantViewRecord();
        row.setTenantId(tenant.value());
        row.setId(event.tenant().value());
        row.setName(Storable.text(event.name()));
        row.setSlug(Storable.text(event.slug()));
        row.setPlan(event.plan().name());
        row.setTimeZone(Storable.text(event.timeZone()));
        row.setCurrency(Storable.text(event.currency()));
        row.setLocale(Storable.text(event.locale()));
        row.setRegisteredAt(event.at());
        return row;
    }
}
