package io.chatledger.kernel.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/**
 * The record that somebody has read personal data. Each is a stream of its own: none grows for ever, and none has to wait
 * for another.
 */
public record ReadId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ReadId {
        StreamId.checked(value, "audit");
    }

    public static ReadId of(TenantId tenant, UUID key) {
        return new ReadId(StreamId.name(tenant, "audit", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
