package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Broken;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Unused;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Splits a webhook body into its updates. Loses none: what it cannot use it names. */
final class WebhookBody {

    private WebhookBody() {}

    static List<WebhookUpdate> updates(byte[] bytes) {
        Json body;
        try {
            body = Json.parse(bytes);
        } catch (JacksonException unreadable) {
            return List.of(broken(null, "unreadable-body: no JSON, or nested too deep"));
        }
        if (!body.get("entry").isArray()) {
            return List.of(broken(null, "unexpected-shape: there is no entry"));
        }
        List<WebhookUpdate> updates =
                body.get("entry").elements().flatMap(WebhookBody::ofEntry).toList();
        return updates.isEmpty() ? List.of(new Unused(null, null, "empty: there is no update")) : updates;
    }

    private static Stream<WebhookUpdate> ofEntry(Json entry) {
        String wabaId = Bounded.id(entry.text("id"));
        if (!entry.get("changes").isArray()) {
            return Stream.of(broken(wabaId, "unexpected-shape: an entry without changes"));
        }
        return entry.get("changes").elements().flatMap(change -> ofChange(change, wabaId));
    }

    private static Stream<WebhookUpdate> ofChange(Json change, @Nullable String wabaId) {
        String field = change.text("field");
        Json value = change.get("value");
        Endpoint endpoint = endpoint(value);
        if (field == null || !value.isObject()) {
            return Stream.of(broken(wabaId, "unexpected-shape: a change without field or value"));
        }
        if (!field.equals("messages")) {
            return Stream.of(new Unused(endpoint, wabaId, "field " + Bounded.name(field)));
        }
        if (endpoint == null) {
            return Stream.of(broken(null, "unexpected-shape: there is no metadata.phone_number_id"));
        }
        return new MessagesValue(value, endpoint, wabaId).updates();
    }

    /** Null where the value does not name a number. */
    static @Nullable Endpoint endpoint(Json value) {
        String number = Bounded.id(value.get("metadata").text("phone_number_id"));
        return number == null ? null : new Endpoint(Provider.CLOUD_API, number);
    }

    private static Broken broken(@Nullable String wabaId, String reason) {
        return new Broken(null, wabaId, reason);
    }
}
