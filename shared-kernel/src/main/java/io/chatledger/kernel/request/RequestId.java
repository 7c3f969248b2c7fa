package io.chatledger.kernel.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** The record of a command that carried an idempotency key. */
public record RequestId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public RequestId {
        StreamId.checked(value, "request");
    }

    public static RequestId of(TenantId tenant, UUID key) {
        return new RequestId(StreamId.name(tenant, "request", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
