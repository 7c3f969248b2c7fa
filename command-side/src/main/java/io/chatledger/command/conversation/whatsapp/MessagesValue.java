package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Broken;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Message;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Payment;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Status;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Unused;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ReportedStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a change in the field {@code messages}: messages, statuses and errors of one number. */
record MessagesValue(
        Json value, Endpoint endpoint, @Nullable String wabaId) {

    Stream<WebhookUpdate> updates() {
        Contacts contacts = new Contacts(value.get("contacts"));
        List<WebhookUpdate> found = Stream.concat(
                        value.get("messages").elements().map(message -> message(message, contacts)),
                        value.get("statuses").elements().map(this::status))
                .toList();
        return found.isEmpty() ? Stream.of(nothing()) : found.stream();
    }

    private WebhookUpdate message(Json message, Contacts contacts) {
        if (message.text("group_id") != null) {
            return new Unused(endpoint, wabaId, "group");
        }
        String id = Bounded.id(message.text("id"));
        if (id == null) {
            return broken("message-without-id");
        }
        Instant sentAt = Bounded.instant(message.text("timestamp"));
        if (sentAt == null) {
            return broken("message-without-timestamp");
        }
        NumberChange change = new NumberChange(message);
        Sender sender = Sender.of(message, contacts).alsoKnownAs(change.from());
        if (sender.identities().stream().noneMatch(Identity::identifies)) {
            return broken("message-without-sender");
        }
        InboundContent content = new InboundContent(message, value.get("errors"));
        return new Message(
                endpoint,
                wabaId,
                id,
                sentAt,
                sender.identities(),
                change.to(),
                sender.profileName(),
                content.content(),
                content.contextMessageId());
    }

    private WebhookUpdate status(Json status) {
        if ("call".equals(status.text("type"))) {
            return new Unused(endpoint, wabaId, "call");
        }
        if ("group".equals(status.text("recipient_type"))) {
            return new Unused(endpoint, wabaId, "group");
        }
        String id = Bounded.id(status.text("id"));
        Instant at = Bounded.instant(status.text("timestamp"));
        String word = Bounded.id(status.text("status"));
        if (id == null || at == null || word == null) {
            return broken("status-without-id-time-or-word");
        }
        String type = Objects.requireNonNullElse(status.text("type"), "message");
        String callbackData = status.text("biz_opaque_callback_data");
        return switch (type) {
            case "message" -> new Status(endpoint, wabaId, id, report(status, word, at), callbackData);
            case "payment" -> new Payment(endpoint, wabaId, id, new PaymentReport(status).read(word, at), callbackData);
            // What is not about the message's way must not count as such.
            default -> new Unused(endpoint, wabaId, "status of " + Bounded.name(type));
        };
    }

    private static ReportedStatus report(Json status, String word, Instant at) {
        return new ReportedStatus(
                word,
                at,
                GraphErrors.first(status.get("errors")),
                status.get("pricing").map(),
                status.get("conversation").map());
    }

    private WebhookUpdate nothing() {
        String codes = GraphErrors.codes(value.get("errors"));
        String reason = codes.isEmpty() ? "neither messages nor statuses" : "errors " + codes;
        return new Unused(endpoint, wabaId, reason);
    }

    private Broken broken(String reason) {
        return new Broken(endpoint, wabaId, reason);
    }
}
