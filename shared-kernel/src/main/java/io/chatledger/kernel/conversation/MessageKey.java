package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** What a provider calls a message: the claim on (phone number id, provider message id) within a tenant, and the stream of its statuses. */
public record MessageKey(@JsonValue String value) implements StreamId {

    @JsonCreator
    public MessageKey {
        StreamId.checked(value, "conversation");
    }

    public static MessageKey of(TenantId tenant, UUID key) {
        return new MessageKey(StreamId.name(tenant, "conversation", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
