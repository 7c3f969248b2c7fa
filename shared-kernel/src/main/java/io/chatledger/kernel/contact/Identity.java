package io.chatledger.kernel.contact;

import io.chatledger.kernel.message.PersonalData;
import java.util.List;

/** One of the ways in which a provider names a customer. */
public record Identity(IdentityType type, @PersonalData String value) {

    /** Whether both name the same: a telephone's number may be spelled in more than one way. */
    public boolean isSameAs(Identity other) {
        return equals(other)
                || (type == IdentityType.phone
                        && other.type == IdentityType.phone
                        && new PhoneNumber(value).isSameAs(new PhoneNumber(other.value)));
    }

    /** The same identity in all the ways in which it can be spelled, this one first. */
    public List<Identity> spellings() {
        return type == IdentityType.phone
                ? new PhoneNumber(value)
                        .spellings().stream()
                                .map(spelled -> new Identity(type, spelled))
                                .toList()
                : List.of(this);
    }

    /** What stands in what its provider delivers. */
    public String asDelivered() {
        return type == IdentityType.provider_user ? value.substring(value.indexOf('/') + 1) : value;
    }

    /** Whether the identity belongs to one person at a time, so that it can be claimed. */
    public boolean identifies() {
        return type == IdentityType.phone || type == IdentityType.bsuid || type == IdentityType.provider_user;
    }
}
