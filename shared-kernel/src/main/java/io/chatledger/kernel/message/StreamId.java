package io.chatledger.kernel.message;

import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies an event stream (one aggregate). Its text is {@code <tenant>/<feature>/<uuid>}, so a stream's owner can be
 * read from its name. Callers outside only ever see {@link #key()}.
 */
public interface StreamId {

    Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}/[a-z]{1,32}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        if (!FORM.matcher(value).matches() || !value.contains("/" + feature + "/")) {
            throw new IllegalArgumentException("not a " + feature + " stream: " + value);
        }
        return value;
    }
}
