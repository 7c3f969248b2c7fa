package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageContent.Location;
import io.chatledger.kernel.conversation.MessageContent.Media;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a send request, after the Cloud API's OpenAPI description (v23.0). */
record OutboundBody(OutboundMessage message) {

    /** Empty if the message has no content that can be sent. */
    Optional<Map<String, Object>> json() {
        MessageContent content = message.content();
        Object own = own(content);
        if (own == null) {
            return Optional.empty();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        String phone = message.newest(IdentityType.phone);
        if (phone != null) {
            body.put("to", phone);
        } else {
            put(body, "recipient", message.newest(IdentityType.bsuid));
        }
        if (message.contextMessageId() != null) {
            body.put("context", Map.of("message_id", message.contextMessageId()));
        }
        body.put("type", content.type());
        body.put(content.type(), own);
        body.put("biz_opaque_callback_data", message.callbackData());
        return Optional.of(body);
    }

    private static @Nullable Object own(MessageContent content) {
        return switch (content.type()) {
            case "text" ->
                content.text() == null ? attribute(content) : Map.of("body", content.text(), "preview_url", false);
            case "image", "video", "audio", "document", "sticker" -> media(content);
            case "location" -> content.location() == null ? attribute(content) : location(content.location());
            case "interactive" -> content.interactive() == null ? attribute(content) : content.interactive();
            default -> attribute(content);
        };
    }

    /** Templates, reactions, contacts and whatever is new stand among the attributes as the provider wants them. */
    private static @Nullable Object attribute(MessageContent content) {
        Map<String, Object> attributes = content.attributes();
        return attributes == null ? null : attributes.get(content.type());
    }

    private static @Nullable Object media(MessageContent content) {
        Media media = content.media();
        if (media == null || (media.id() == null && media.link() == null)) {
            return attribute(content);
        }
        boolean captioned = !content.type().equals("audio") && !content.type().equals("sticker");
        Map<String, Object> own = new LinkedHashMap<>();
        if (media.id() != null) {
            own.put("id", media.id());
        } else {
            put(own, "link", media.link());
        }
        put(own, "caption", captioned ? content.text() : null);
        put(own, "filename", content.type().equals("document") ? media.filename() : null);
        put(own, "voice", content.type().equals("audio") ? media.voice() : null);
        return own;
    }

    private static Map<String, Object> location(Location location) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("latitude", location.latitude());
        own.put("longitude", location.longitude());
        put(own, "name", location.name());
        put(own, "address", location.address());
        return own;
    }

    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }
}
