package io.chatledger.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** A person who may sign in; global, so its stream belongs to the platform tenant. */
public record AccountId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public AccountId {
        StreamId.checked(value, "account");
    }

    public static AccountId of(TenantId tenant, UUID key) {
        return new AccountId(StreamId.name(tenant, "account", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
