package io.chatledger.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** The stream of a session: what an account does in one tenant from signing in to signing out. */
public record SessionId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public SessionId {
        StreamId.checked(value, "session");
    }

    public static SessionId of(TenantId tenant, UUID key) {
        return new SessionId(StreamId.name(tenant, "session", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
