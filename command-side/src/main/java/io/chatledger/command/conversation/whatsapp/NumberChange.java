package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.contact.Identity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The system message that a customer has another number or user id from now on; all others change nothing. */
record NumberChange(Json message) {

    private static final Set<String> TYPES =
            Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

    /** The sentence that names both, for messages that come without a sender. */
    private static final Pattern SENTENCE = Pattern.compile("changed from (\\S{4,140}) to (\\S{4,140})");

    List<Identity> from() {
        if (!isChange()) {
            return List.of();
        }
        Json system = message.get("system");
        String previous = system.text("previous_user_id");
        String previousNumber = Objects.requireNonNullElse(system.text("previous_wa_id"), spoken());
        return Sender.identities(previous, previousNumber, null, null).stream()
                .filter(one -> to().stream().noneMatch(one::isSameAs))
                .toList();
    }

    List<Identity> to() {
        if (!isChange()) {
            return List.of();
        }
        Json system = message.get("system");
        String renamed = system.text("new_wa_id");
        String number = renamed == null ? system.text("wa_id") : renamed;
        return Sender.identities(system.text("user_id"), number, system.text("parent_user_id"), null);
    }

    private boolean isChange() {
        String type = message.get("system").text("type");
        return type != null && TYPES.contains(type);
    }

    private String spoken() {
        String body = message.get("system").text("body");
        Matcher sentence = SENTENCE.matcher(body == null ? "" : body);
        return sentence.find() ? sentence.group(1) : "";
    }
}
