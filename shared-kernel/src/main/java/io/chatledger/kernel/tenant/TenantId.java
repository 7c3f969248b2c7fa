package io.chatledger.kernel.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A tenant: a shop, clinic or restaurant that shares the system with others. */
public record TenantId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

    /** The system's own tenant: super-admins, and whatever belongs to no other. */
    public static final TenantId PLATFORM = new TenantId("platform");

    @JsonCreator
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant id");
        }
    }

    public boolean isPlatform() {
        return equals(PLATFORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
