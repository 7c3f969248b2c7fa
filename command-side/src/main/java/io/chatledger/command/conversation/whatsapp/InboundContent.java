package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageContent.Location;
import io.chatledger.kernel.conversation.MessageContent.Media;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's message says. Nothing of it is lost: what has no place of its own is an attribute.
 *
 * @param errors of the whole value; they explain a message that came without its own
 */
record InboundContent(Json message, Json errors) {

    private static final Set<String> ENVELOPE =
            Set.of("from", "from_user_id", "from_parent_user_id", "id", "timestamp", "type", "context");
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "voice", "document", "sticker");
    private static final Set<String> MEDIA_FIELDS =
            Set.of("id", "mime_type", "sha256", "filename", "link", "url", "voice", "animated", "caption");
    private static final Set<String> LOCATION_FIELDS = Set.of("latitude", "longitude", "name", "address", "url");

    MessageContent content() {
        String type = type();
        Json own = message.get(type);
        Media media = MEDIA.contains(type) && own.isObject() ? media(own) : null;
        Location location = type.equals("location") ? location(own) : null;
        Map<String, Object> interactive = type.equals("interactive") ? own.map() : null;
        Map<String, Object> attributes = attributes();
        remove(attributes, type, placed(type, own, media, location));
        return new MessageContent(
                Bounded.name(type),
                text(type, own),
                media,
                location,
                interactive,
                attributes.isEmpty() ? null : attributes);
    }

    /** The provider's id of the message it answers, reacts to, edits or revokes. */
    @Nullable
    String contextMessageId() {
        String other = switch (type()) {
            case "reaction" -> message.get("reaction").text("message_id");
            case "edit", "revoke" -> message.get(type()).text("original_message_id");
            default -> null;
        };
        return Bounded.id(other == null ? message.get("context").text("id") : other);
    }

    private String type() {
        String type = message.text("type");
        return type == null ? "unknown" : type;
    }

    private static @Nullable String text(String type, Json own) {
        return switch (type) {
            case "text" -> own.text("body");
            case "image", "video", "audio", "voice", "document", "sticker" -> own.text("caption");
            case "button", "order" -> own.text("text");
            case "interactive" -> reply(own);
            case "reaction" -> own.text("emoji");
            case "system" -> own.text("body");
            case "edit" -> edited(own.get("message"));
            default -> null;
        };
    }

    private static @Nullable String edited(Json message) {
        String type = message.text("type");
        return type == null || type.equals("edit") ? null : text(type, message.get(type));
    }

    private static @Nullable String reply(Json interactive) {
        String type = interactive.text("type");
        return type == null ? null : interactive.get(type).text(type.equals("nfm_reply") ? "body" : "title");
    }

    private static Media media(Json own) {
        String link = own.text("link");
        return new Media(
                own.text("id"),
                own.text("mime_type"),
                own.text("sha256"),
                own.text("filename"),
                link == null ? own.text("url") : link,
                own.flag("voice"),
                own.flag("animated"));
    }

    private static @Nullable Location location(Json own) {
        Double latitude = degrees(own.text("latitude"));
        Double longitude = degrees(own.text("longitude"));
        return latitude == null || longitude == null
                ? null
                : new Location(latitude, longitude, own.text("name"), own.text("address"), own.text("url"));
    }

    private static @Nullable Double degrees(@Nullable String text) {
        try {
            Double degrees = text == null ? null : Double.valueOf(text);
            return degrees == null || !Double.isFinite(degrees) ? null : degrees;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Those members of the message's own object that have a place outside the attributes. */
    private static Set<String> placed(String type, Json own, @Nullable Media media, @Nullable Location location) {
        if (media != null) {
            return MEDIA_FIELDS;
        }
        if (location != null) {
            return LOCATION_FIELDS;
        }
        return switch (type) {
            case "text" -> own.text("body") == null ? Set.of() : Set.of("body");
            case "interactive" -> own.isObject() ? own.names() : Set.of();
            default -> Set.of();
        };
    }

    private static void remove(Map<String, Object> attributes, String type, Set<String> placed) {
        if (attributes.get(type) instanceof Map<?, ?> own && own.keySet().removeAll(placed) && own.isEmpty()) {
            attributes.remove(type);
        }
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        putAll(attributes, message.get("context"), Set.of("id", "from"));
        putAll(attributes, message, ENVELOPE);
        if (errors.isArray() && errors.plain() instanceof Object known) {
            attributes.putIfAbsent("errors", known);
        }
        return attributes;
    }

    private static void putAll(Map<String, Object> target, Json source, Set<String> except) {
        Map<String, Object> members = source.map();
        if (members != null) {
            members.forEach((name, value) -> {
                if (!except.contains(name)) {
                    target.put(name, value);
                }
            });
        }
    }
}
