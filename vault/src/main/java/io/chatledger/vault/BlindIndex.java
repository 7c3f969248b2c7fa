package io.chatledger.vault;

import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/**
 * Turns a value that must be unique, such as a phone number, into a key that says nothing about it: an HMAC under a
 * secret of this installation. The same value always gives the same key.
 */
public interface BlindIndex {

    /**
     * @param scope values of different tenants give different keys
     * @param kind what the value is, such as {@code email}; values of different kinds give different keys
     */
    UUID key(TenantId scope, String kind, String value);
}
