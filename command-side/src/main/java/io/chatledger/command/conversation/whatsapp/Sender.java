package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a message: what the message itself says, and what the entry of {@code contacts} says that belongs to it.
 *
 * @param identities without repetition, the most reliable first
 * @param profileName null where it came without
 */
record Sender(List<Identity> identities, @Nullable String profileName) {

    private static final Pattern PHONE = Pattern.compile("\\+?([0-9]{4,20})");
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]{1,128}");

    static Sender of(Json message, Contacts contacts) {
        List<Identity> own = identities(
                message.text("from_user_id"), message.text("from"), message.text("from_parent_user_id"), null);
        Optional<Contacts.Entry> entry = contacts.matching(own);
        Sender sender = new Sender(own, entry.map(Contacts.Entry::name).orElse(null));
        return entry.map(Contacts.Entry::identities).map(sender::alsoKnownAs).orElse(sender);
    }

    /** Of a number that is spelled in two ways the sender's own spelling stays. */
    Sender alsoKnownAs(List<Identity> more) {
        List<Identity> others = more.stream()
                .filter(other -> identities.stream().noneMatch(other::isSameAs))
                .toList();
        List<Identity> all = Stream.of(
                        IdentityType.bsuid, IdentityType.phone, IdentityType.parent_bsuid, IdentityType.username)
                .flatMap(type ->
                        Stream.concat(identities.stream(), others.stream()).filter(one -> one.type() == type))
                .distinct()
                .toList();
        return new Sender(all, profileName);
    }

    /** Those of the values that have the form of an identity. A user id in the place of a phone number is taken for one. */
    static List<Identity> identities(
            @Nullable String userId, @Nullable String phone, @Nullable String parentUserId, @Nullable String username) {
        Set<Identity> found = new LinkedHashSet<>();
        add(found, IdentityType.bsuid, Bounded.id(userId));
        if (phone != null && BSUID.matcher(phone).matches()) {
            add(found, IdentityType.bsuid, phone);
        } else {
            add(found, IdentityType.phone, digits(phone));
        }
        add(found, IdentityType.parent_bsuid, Bounded.id(parentUserId));
        add(found, IdentityType.username, Bounded.id(username));
        return List.copyOf(found);
    }

    private static @Nullable String digits(@Nullable String phone) {
        Matcher form = PHONE.matcher(phone == null ? "" : phone);
        return form.matches() ? form.group(1) : null;
    }

    private static void add(Set<Identity> found, IdentityType type, @Nullable String value) {
        if (value != null) {
            found.add(new Identity(type, value));
        }
    }
}
