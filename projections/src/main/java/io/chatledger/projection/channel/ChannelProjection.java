package io.chatledger.projection.channel;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;

import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisplaced;
import io.chatledger.kernel.channel.ChannelEvent.ChannelProved;
import io.chatledger.kernel.channel.ChannelEvent.NumberTakenBack;
import io.chatledger.kernel.channel.ChannelEvent.OfChannel;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.ChannelViewRecord;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The channels of a tenant: {@code connected} or {@code disconnected}, and what has happened to their numbers without
 * their doing.
 */
public final class ChannelProjection implements Projection<OfChannel, ChannelViewRecord> {

    private static final String CONNECTED_BY_OWNER = "connected-by-owner";
    private static final String TAKEN_BACK = "taken-back";

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public Table<ChannelViewRecord> table() {
        return CHANNEL_VIEW;
    }

    @Override
    public Set<Class<? extends OfChannel>> events() {
        return Set.of(OfChannel.class);
    }

    @Override
    public List<String> ids(OfChannel event) {
        return List.of(event.channelId().key());
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public @Nullable ChannelViewRecord fold(@Nullable ChannelViewRecord row, OfChannel event, RowKey key) {
        if (event instanceof ChannelConnected connected) {
            return connected(connected, key);
        }
        return row == null ? null : after(row.into(CHANNEL_VIEW), event);
    }

    private static ChannelViewRecord after(ChannelViewRecord next, OfChannel event) {
        switch (event) {
            case ChannelConnected _ -> {}
            case ChannelProved _ -> next.setProved(true);
            case ChannelDisconnected _ -> disconnected(next, event);
            case ChannelDisplaced _ -> {
                disconnected(next, event);
                next.setNotice(CONNECTED_BY_OWNER);
            }
            case NumberTakenBack _ -> next.setNotice(TAKEN_BACK);
        }
        return next;
    }

    private static ChannelViewRecord connected(ChannelConnected event, RowKey key) {
        ChannelViewRecord row = new ChannelViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setProvider(event.endpoint().provider().name());
        row.setName(Storable.text(event.name()));
        row.setPhoneNumberId(Storable.key(event.endpoint().id()));
        row.setWabaId(Storable.textOrNull(event.wabaId()));
        row.setDisplayPhoneNumber(Storable.textOrNull(event.displayPhoneNumber()));
        row.setStatus("connected");
        row.setProved(false);
        row.setConnectedAt(event.at());
        return row;
    }

    private static void disconnected(ChannelViewRecord row, OfChannel event) {
        row.setStatus("disconnected");
        row.setDisconnectedAt(event.at());
    }
}
