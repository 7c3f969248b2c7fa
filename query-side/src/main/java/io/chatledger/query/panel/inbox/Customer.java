package io.chatledger.query.panel.inbox;

import io.chatledger.query.conversation.ContactSummary;
import io.chatledger.query.conversation.IdentityView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer as a person in the shop would recognise them. */
public record Customer(ContactSummary contact) {

    private static final int TONES = 6;

    /** The name, else the number, else the user name; null where nothing is known that a person could read. */
    public @Nullable String name() {
        String name = contact.name();
        if (name != null && !name.isBlank()) {
            return name;
        }
        String phone = identity("phone");
        return phone == null ? identity("username") : "+" + phone;
    }

    /** Whether the person has been erased, so that nobody remembers who it was. */
    public boolean erased() {
        return contact.erasedAt() != null;
    }

    /** Up to two initials; empty where the name does not begin with letters. */
    public String initials() {
        String name = contact.name();
        if (name == null) {
            return "";
        }
        List<String> letters = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
                .toList();
        return letters.size() < 2 ? String.join("", letters) : letters.getFirst() + letters.getLast();
    }

    /** A colour of its own, the same on every page. */
    public String tone() {
        return "tone-" + Math.floorMod(contact.id().hashCode(), TONES);
    }

    /** The identities a person can use. */
    public List<IdentityView> identities() {
        return contact.identities().stream()
                .filter(identity -> !identity.type().equals("parent_bsuid"))
                .collect(Collectors.toList());
    }

    private @Nullable String identity(String type) {
        for (IdentityView identity : contact.identities()) {
            if (identity.type().equals(type)) {
                return identity.value();
            }
        }
        return null;
    }
}
