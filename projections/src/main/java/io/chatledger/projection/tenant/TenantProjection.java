package io.chatledger.projection.tenant;

import static io.chatledger.readmodel.generated.Tables.TENANT_VIEW;

import io.chatledger.kernel.tenant.TenantEvent;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.TenantViewRecord;
import java.util.List;
import java.util.Set;
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
    public Set<Class<? extends TenantEvent>> events() {
        return Set.of(TenantEvent.class);
    }

    @Override
    public List<String> ids(TenantEvent event) {
        return event instanceof TenantRegistered registered
                ? List.of(registered.tenant().value())
                : List.of();
    }

    @Override
    public @Nullable TenantViewRecord fold(@Nullable TenantViewRecord row, TenantEvent event, RowKey key) {
        return event instanceof TenantRegistered registered ? registered(registered, key) : row;
    }

    private static TenantViewRecord registered(TenantRegistered event, RowKey key) {
        TenantViewRecord row = new TenantViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
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
