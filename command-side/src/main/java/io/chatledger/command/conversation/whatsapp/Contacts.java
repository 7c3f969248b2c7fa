package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.contact.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code contacts} of a value: what the provider says about the people who wrote. */
final class Contacts {

    private static final int MAX_NAME = 256;

    /** @param name null where it came without */
    record Entry(List<Identity> identities, @Nullable String name) {}

    private final List<Entry> entries;
    private final Map<Identity, Entry> byIdentity = new HashMap<>();

    Contacts(Json contacts) {
        entries = contacts.elements().map(Contacts::entry).toList();
        for (Entry entry : entries) {
            entry.identities().stream()
                    .filter(Identity::identifies)
                    .flatMap(one -> one.spellings().stream())
                    .forEach(one -> byIdentity.putIfAbsent(one, entry));
        }
    }

    /** The entry that shares an identity with the message; a single one also where nothing speaks against it. */
    Optional<Entry> matching(List<Identity> own) {
        Optional<Entry> shared =
                own.stream().map(byIdentity::get).filter(Objects::nonNull).findFirst();
        boolean single = entries.size() == 1 && agrees(own, entries.getFirst());
        return shared.isPresent() || !single ? shared : Optional.of(entries.getFirst());
    }

    private static boolean agrees(List<Identity> own, Entry entry) {
        return entry.identities().stream()
                .filter(Identity::identifies)
                .noneMatch(their -> own.stream().anyMatch(mine -> mine.type() == their.type()));
    }

    static Entry entry(Json contact) {
        Json profile = contact.get("profile");
        String name = profile.text("name");
        return new Entry(
                Sender.identities(
                        contact.text("user_id"),
                        contact.text("wa_id"),
                        contact.text("parent_user_id"),
                        profile.text("username")),
                name == null || name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME));
    }
}
