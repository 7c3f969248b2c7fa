package io.chatledger.kernel.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The stream of a tenant. */
public record TenantStreamId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public TenantStreamId {
        StreamId.checked(value, "tenant");
    }

    public static TenantStreamId of(TenantId tenant, UUID key) {
        return new TenantStreamId(StreamId.name(tenant, "tenant", key));
    }

    /** A tenant's own stream has a key that follows from the tenant. */
    public static TenantStreamId ofTenant(TenantId tenant) {
        return of(tenant, UUID.nameUUIDFromBytes(tenant.value().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
