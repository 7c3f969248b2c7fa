package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which contacts are the same person as a contact: whom it was merged into, and who was merged into it. */
final class Lineage {

    /** Whom it was merged into itself; stays the same when that one is merged in turn. */
    private @Nullable ContactId parent;

    /** Who stands for it in the end. */
    private @Nullable ContactId survivor;

    /** What the contact had when it was merged. */
    private List<Identity> former = List.of();

    /** Who was merged into it, and what it had itself until then. */
    private final Map<ContactId, List<Identity>> children = new LinkedHashMap<>();

    @Nullable
    ContactId parent() {
        return parent;
    }

    ContactId standsFor(ContactId self) {
        return Objects.requireNonNullElse(survivor, self);
    }

    List<Identity> former() {
        return former;
    }

    List<ContactId> children() {
        return List.copyOf(children.keySet());
    }

    /** What the contact had before that one was merged into it. */
    List<Identity> ownBefore(ContactId child) {
        return children.getOrDefault(child, List.of());
    }

    /** @throws DomainProblem {@code already-merged} */
    void mustStandForItself() {
        if (survivor != null) {
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "already-merged",
                    "This contact has been merged; intoId says who stands for it.",
                    Map.of("intoId", survivor.key()));
        }
    }

    void merged(ContactId into, Collection<Identity> had) {
        parent = into;
        survivor = into;
        former = List.copyOf(had);
    }

    void follow(ContactId other) {
        survivor = other;
    }

    void unmerged() {
        parent = null;
        survivor = null;
        former = List.of();
    }

    void absorbed(ContactAbsorbed event, Collection<Identity> own) {
        if (event.through() == null) {
            children.put(event.merged(), List.copyOf(own));
        }
    }

    void separated(ContactId child) {
        children.remove(child);
    }

    /** The person has been erased: who was who stays known, what they were called does not. */
    void forget() {
        former = List.of();
        children.replaceAll((child, own) -> List.of());
    }
}
