package io.chatledger.command.contact;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** On which channels its conversations go on elsewhere. */
    private Set<ChannelId> channels = Set.of();

    /** Who is somebody else, as a person has said after they had been merged. */
    private final Set<ContactId> parted = new HashSet<>();

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

    Set<ChannelId> channels() {
        return channels;
    }

    boolean isPartedFrom(Collection<ContactId> others) {
        return others.stream().anyMatch(parted::contains);
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

    void merged(ContactMerged event, Collection<Identity> had) {
        parent = event.into();
        survivor = event.into();
        former = List.copyOf(had);
        channels = Set.copyOf(event.channels());
    }

    void follow(ContactId other) {
        survivor = other;
    }

    void unmerged(ContactUnmerged event) {
        parent = null;
        survivor = null;
        former = List.of();
        channels = Set.of();
        parted.add(event.from());
    }

    void absorbed(ContactAbsorbed event, Collection<Identity> own) {
        if (event.through() == null) {
            children.put(event.merged(), List.copyOf(own));
        }
    }

    void separated(ContactId child) {
        children.remove(child);
        parted.add(child);
    }

    /** The person has been erased: who was who stays known, what they were called does not. */
    void forget() {
        former = List.of();
        children.replaceAll((child, own) -> List.of());
    }
}
