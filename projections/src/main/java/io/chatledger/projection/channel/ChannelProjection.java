package io.chatledger.projection.channel;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;

import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.OfChannel;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.ChannelViewRecord;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The channels of a tenant: {@code connected} or {@code disconnected}. */
public final class ChannelProjection implements Projection<OfChannel, ChannelViewRecord> {

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public Table<ChannelViewRecord> table() {
        return CHANNEL_VIEW;
    }

    @Override
    public Class<OfChannel> events() {
        return OfChannel.class;
    }

    @Override
    public String id(OfChannel event) {
        return event.channelId().key();
    }

    @Override
    public @Nullable ChannelViewRecord fold(@Nullable ChannelViewRecord row, OfChannel event, TenantId tenant) {
        return switch (event) {
            case ChannelConnected connected -> connected(connected, tenant);
            case ChannelDisconnected disconnected -> row == null ? null : disconnected(row, disconnected);
        };
    }

    private static ChannelViewRecord connected(ChannelConnected event, TenantId tenant) {
        ChannelViewRecord row = new ChannelViewRecord();
        row.setTenantId(tenant.value());
        row.setId(event.channelId().key());
        row.setProvider(event.provider().name());
        row.setName(Storable.text(event.name()));
        row.setPhoneNumberId(Storable.key(event.phoneNumberId()));
        row.setWabaId(Storable.textOrNull(event.wabaId()));
        row.setDisplayPhoneNumber(Storable.textOrNull(event.displayPhoneNumber()));
        row.setStatus("connected");
        row.setConnectedAt(event.at());
        return row;
    }

    private static ChannelViewRecord disconnected(ChannelViewRecord row, ChannelDisconnected event) {
        ChannelViewRecord next = row.into(CHANNEL_VIEW);
        next.setStatus("disconnected");
        next.setDisconnectedAt(event.at());
        return next;
    }
}
