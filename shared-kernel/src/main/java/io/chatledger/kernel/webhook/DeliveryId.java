package io.chatledger.kernel.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** One webhook body as journalled, as far as it concerns one tenant. */
public record DeliveryId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public DeliveryId {
        StreamId.checked(value, "webhook");
    }

    public static DeliveryId of(TenantId tenant, UUID key) {
        return new DeliveryId(StreamId.name(tenant, "webhook", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
