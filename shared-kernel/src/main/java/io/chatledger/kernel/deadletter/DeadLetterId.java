package io.chatledger.kernel.deadletter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** An event that a projection or automation could not handle, with the one that could not. */
public record DeadLetterId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public DeadLetterId {
        StreamId.checked(value, "deadletter");
    }

    public static DeadLetterId of(TenantId tenant, UUID key) {
        return new DeadLetterId(StreamId.name(tenant, "deadletter", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
