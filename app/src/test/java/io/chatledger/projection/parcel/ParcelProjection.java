package io.chatledger.projection.parcel;

import static io.chatledger.readmodel.parcel.ParcelTable.PARCEL;

import io.chatledger.kernel.parcel.ParcelEvent;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelDelivered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelRegistered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.parcel.ParcelTable.ParcelRow;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;

/** Where each parcel is. */
@Profile("parcel")
final class ParcelProjection implements Projection<ParcelEvent, ParcelRow> {

    @Override
    public String name() {
        return "parcel";
    }

    @Override
    public Table<ParcelRow> table() {
        return PARCEL;
    }

    @Override
    public Set<Class<? extends ParcelEvent>> events() {
        return Set.of(ParcelEvent.class);
    }

    @Override
    public List<String> ids(ParcelEvent event) {
        return List.of(event.parcelId().key());
    }

    @Override
    public @Nullable ParcelRow fold(@Nullable ParcelRow row, ParcelEvent event, RowKey key) {
        return switch (event) {
            case ParcelSent sent -> sent(sent, key);
            case ParcelRegistered registered -> row == null ? null : registered(row.into(PARCEL), registered);
            case ParcelDelivered _ -> row == null ? null : delivered(row.into(PARCEL));
        };
    }

    private static ParcelRow sent(ParcelSent sent, RowKey key) {
        ParcelRow row = new ParcelRow();
        row.set(PARCEL.tenantId, key.tenant());
        row.set(PARCEL.id, key.id());
        row.set(PARCEL.contactId, sent.contactId().key());
        row.set(PARCEL.content, Storable.text(sent.content()));
        row.set(PARCEL.state, "sent");
        return row;
    }

    private static ParcelRow registered(ParcelRow row, ParcelRegistered registered) {
        row.set(PARCEL.tracking, Storable.text(registered.tracking()));
        return row;
    }

    private static ParcelRow delivered(ParcelRow row) {
        row.set(PARCEL.state, "delivered");
        return row;
    }
}
