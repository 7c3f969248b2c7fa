package io.chatledger.kernel.message;

import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/**
 * Identifies an event stream (one aggregate). Its text is {@code <tenant>/<feature>/<uuid>}, so a stream's owner can be
 * read from its name. Callers outside only ever see {@link #key()}.
 */
public interface StreamId {

    int UUID_LENGTH = 36;

    /** The whole name, {@code <tenant>/<feature>/<uuid>}. */
    String value();

    /** The tenant that owns the stream. */
    default TenantId tenant() {
        return new TenantId(value().substring(0, value().indexOf('/')));
    }

    /** The last part, unique within the tenant and feature; this is the id of the HTTP contract. */
    default String key() {
        return value().substring(value().lastIndexOf('/') + 1);
    }

    static String name(TenantId tenant, String feature, UUID key) {
        return tenant.value() + "/" + feature + "/" + key;
    }

    /** @throws IllegalArgumentException if the text is no stream of that feature */
    static String checked(String value, String feature) {
        // By hand, as every id in every command and event passes here: a pattern takes three times as long.
        int tenantEnd = value.indexOf('/');
        int keyStart = tenantEnd + feature.length() + 2;
        boolean valid = tenantEnd > 0
                && TenantId.isValid(value, tenantEnd)
                && value.startsWith(feature, tenantEnd + 1)
                && value.length() == keyStart + UUID_LENGTH
                && value.charAt(keyStart - 1) == '/'
                && isUuid(value, keyStart);
        if (!valid) {
            throw new IllegalArgumentException("not a " + feature + " stream: " + value);
        }
        return value;
    }

    private static boolean isUuid(String text, int start) {
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
