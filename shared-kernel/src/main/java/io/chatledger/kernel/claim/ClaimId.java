package io.chatledger.kernel.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** The stream that says who holds a value which only one may have. It stands among the streams of the value's feature. */
public record ClaimId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ClaimId {
        StreamId.checked(value, feature(value));
    }

    /** @param key of the value, which says nothing about it */
    public static ClaimId of(TenantId tenant, ClaimKind kind, UUID key) {
        return new ClaimId(StreamId.name(tenant, kind.feature(), key));
    }

    private static String feature(String value) {
        int begin = value.indexOf('/') + 1;
        int end = begin;
        while (end < value.length() && value.charAt(end) >= 'a' && value.charAt(end) <= 'z') {
            end++;
        }
        return end == begin ? "claim" : value.substring(begin, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
