package io.chatledger.kernel.contact;

/** One of the ways in which a provider names a customer. */
public record Identity(IdentityType type, String value) {

    /** Whether the identity belongs to one person at a time, so that it can be claimed. */
    public boolean identifies() {
        return type == IdentityType.phone || type == IdentityType.bsuid;
    }
}
