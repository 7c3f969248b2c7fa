package io.chatledger.kernel.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tenant: a shop, clinic or restaurant that shares the system with others. */
public record TenantId(@JsonValue String value) {

    private static final int LONGEST = 64;

    /** The system's own tenant: super-admins, and whatever belongs to no other. */
    public static final TenantId PLATFORM = new TenantId("platform");

    @JsonCreator
    public TenantId {
        if (!isValid(value, value.length())) {
            throw new IllegalArgumentException("not a tenant id");
        }
    }

    /** Whether a text begins with a tenant of that length: small letters, digits and dashes. */
    public static boolean isValid(String text, int length) {
        if (length < 1 || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    public boolean isPlatform() {
        return equals(PLATFORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
