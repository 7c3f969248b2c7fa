package io.chatledger.command.contact;

import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a contact is known by, in the order in which it was told: the newest number or name is the one to write to. */
final class Identities {

    private final Set<Identity> all = new LinkedHashSet<>();

    List<Identity> all() {
        return List.copyOf(all);
    }

    /** In this very spelling. */
    boolean contain(Identity identity) {
        return all.contains(identity);
    }

    boolean has(Identity identity) {
        return all.stream().anyMatch(identity::isSameAs);
    }

    /** In whichever spelling. */
    List<Identity> sameAs(Identity identity) {
        return all.stream().filter(identity::isSameAs).toList();
    }

    boolean has(IdentityType type) {
        return of(type).findAny().isPresent();
    }

    boolean isNewest(Identity identity) {
        return of(identity.type())
                .reduce((older, newer) -> newer)
                .filter(identity::equals)
                .isPresent();
    }

    /**
     * Whether nothing speaks against being one person: nobody has two user ids or two numbers at a time, unless a
     * provider says that one has followed the other.
     */
    boolean mayBe(List<Identity> others) {
        return agree(IdentityType.bsuid, others) && agree(IdentityType.phone, others);
    }

    private boolean agree(IdentityType type, List<Identity> others) {
        List<Identity> theirs =
                others.stream().filter(one -> one.type() == type).toList();
        return theirs.isEmpty() || !has(type) || theirs.stream().anyMatch(this::has);
    }

    private Stream<Identity> of(IdentityType type) {
        return all.stream().filter(identity -> identity.type() == type);
    }

    void append(Identity identity) {
        all.remove(identity);
        all.add(identity);
    }

    void remove(Identity identity) {
        all.remove(identity);
    }

    void clear() {
        all.clear();
    }
}
