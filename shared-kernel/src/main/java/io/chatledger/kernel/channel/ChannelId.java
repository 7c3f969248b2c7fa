package io.chatledger.kernel.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** A connected number of a provider. */
public record ChannelId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ChannelId {
        StreamId.checked(value, "channel");
    }

    public static ChannelId of(TenantId tenant, UUID key) {
        return new ChannelId(StreamId.name(tenant, "channel", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
