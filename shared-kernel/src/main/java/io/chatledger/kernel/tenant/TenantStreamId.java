package io.chatledger.kernel.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import java.util.UUID;

/** The stream of a tenant, or of the claim on its slug. */
public record TenantStreamId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public TenantStreamId {
        StreamId.checked(value, "tenant");
    }

    public static TenantStreamId of(TenantId tenant, UUID key) {
        return new TenantStreamId(StreamId.name(tenant, "tenant", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
