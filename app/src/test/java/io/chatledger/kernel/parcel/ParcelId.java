package io.chatledger.kernel.parcel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** One parcel. */
public record ParcelId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ParcelId {
        StreamId.checked(value, "parcel");
    }

    public static ParcelId of(TenantId tenant, UUID key) {
        return new ParcelId(StreamId.name(tenant, "parcel", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
