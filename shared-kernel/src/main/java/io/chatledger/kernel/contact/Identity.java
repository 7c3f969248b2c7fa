package io.chatledger.kernel.contact;

import io.chatledger.kernel.message.PersonalData;

/** One of the ways in which a provider names a customer. */
public record Identity(IdentityType type, @PersonalData String value) {

    /** Whether the identity belongs to one person at a time, so that it can be claimed. */
    public boolean identifies() {
        return type == IdentityType.phone || type == IdentityType.bsuid;
    }
}
