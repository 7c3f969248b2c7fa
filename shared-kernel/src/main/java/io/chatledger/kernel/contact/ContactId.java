package io.chatledger.kernel.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** A customer of a tenant. */
public record ContactId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ContactId {
        StreamId.checked(value, "contact");
    }

    public static ContactId of(TenantId tenant, UUID key) {
        return new ContactId(StreamId.name(tenant, "contact", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
