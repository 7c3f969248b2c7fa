package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.problem.DomainProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What callers may send. Limits are those of the Cloud API: a text body has 4,096 characters at most, a caption 1,024,
 * a template's name 512 (Cloud API reference, "Messages"); audio and stickers have no caption. What is passed on as it is
 * has a bound of ours: it is an event for ever, and read by the hundred.
 *
 * @param type decides which of the other fields are needed
 * @param text of a text message, or the caption of media
 * @param media of the kinds of media: {@code id} or {@code link}, and {@code caption, filename, mimeType}
 * @param template as the Cloud API takes it: {@code name, language, components}
 * @param interactive as the Cloud API takes it
 * @param location degrees of WGS 84, with a name and an address
 * @param contextMessageId the provider's id of the message that is answered
 */
record OutboundContent(
        @Nullable @Pattern(regexp = TYPES) String type,
        @Nullable @Size(max = LONGEST_TEXT) String text,
        @Nullable Map<String, Object> media,
        @Nullable Map<String, Object> template,
        @Nullable Map<String, Object> interactive,
        MessageContent.@Nullable Location location,
        @Nullable @Size(max = 256) String contextMessageId) {

    private static final String TYPES = "text|template|interactive|location|image|audio|video|document|sticker";
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    /** Characters as JSON; a carousel of ten cards with texts and buttons of full length has some 15,000. */
    private static final int LARGEST_OBJECT = 32 * 1024;

    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "document", "sticker");
    private static final Set<String> UNCAPTIONED = Set.of("audio", "sticker");

    MessageContent toContent() {
        if (type == null) {
            throw DomainProblem.invalid("type", "missing", "type is missing.");
        }
        optional("contextMessageId", contextMessageId, 256);
        return switch (type) {
            case "text" -> MessageContent.ofText(bounded("text", text, LONGEST_TEXT));
            case "template" ->
                new MessageContent(
                        "template", name(), null, null, null, Map.of("template", given("template", template)));
            case "interactive" ->
                new MessageContent(type, bodyText(), null, null, given("interactive", interactive), null);
            case "location" -> new MessageContent(type, null, null, place(), null, null);
            default -> {
                if (!MEDIA.contains(type)) {
                    throw DomainProblem.invalid("type", "unknown", "type cannot be sent.");
                }
                yield media(given("media", media));
            }
        };
    }

    private MessageContent media(Map<String, Object> given) {
        String id = string(given, "media", "id");
        String link = string(given, "media", "link");
        if ((id == null) == (link == null)) {
            throw DomainProblem.invalid("media", "missing", "media needs either an id or a link.");
        }
        if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
            throw DomainProblem.invalid("media.link", "format", "media.link has to be a URL.");
        }
        MessageContent.Media file = new MessageContent.Media(
                optional("media.id", id, 256),
                optional("media.mimeType", string(given, "media", "mimeType"), 128),
                null,
                optional("media.filename", string(given, "media", "filename"), 240),
                optional("media.link", link, 2048),
                null,
                null);
        return new MessageContent(String.valueOf(type), caption(given), file, null, null, null);
    }

    private @Nullable String caption(Map<String, Object> given) {
        String own = string(given, "media", "caption");
        String caption = own == null ? text : own;
        if (caption != null && UNCAPTIONED.contains(String.valueOf(type))) {
            throw DomainProblem.invalid("media.caption", "not-allowed", type + " takes no caption.");
        }
        return caption == null ? null : bounded("media.caption", caption, LONGEST_CAPTION);
    }

    private MessageContent.Location place() {
        if (location == null) {
            throw DomainProblem.invalid("location", "missing", "location is missing.");
        }
        if (!(Math.abs(location.latitude()) <= 90 && Math.abs(location.longitude()) <= 180)) {
            throw DomainProblem.invalid("location", "out-of-range", "There is no such place on earth.");
        }
        optional("location.name", location.name(), LONGEST_CAPTION);
        optional("location.address", location.address(), LONGEST_CAPTION);
        optional("location.url", location.url(), 2048);
        return location;
    }

    private String name() {
        Map<String, Object> given = template == null ? Map.of() : template;
        typed(given, "template", "language", Map.class);
        typed(given, "template", "components", List.class);
        return bounded("template.name", typed(given, "template", "name", String.class), 512);
    }

    private @Nullable String bodyText() {
        Map<String, Object> given = given("interactive", interactive);
        typed(given, "interactive", "type", String.class);
        typed(given, "interactive", "action", Map.class);
        Map<?, ?> body = typed(given, "interactive", "body", Map.class);
        String words = body == null ? null : typed(body, "interactive.body", "text", String.class);
        return words == null ? null : bounded("interactive.body.text", words, LONGEST_TEXT);
    }

    private static Map<String, Object> given(String field, @Nullable Map<String, Object> value) {
        if (value == null || value.isEmpty()) {
            throw DomainProblem.invalid(field, "missing", field + " is missing.");
        }
        if (JsonMapper.shared().writeValueAsString(value).length() > LARGEST_OBJECT) {
            throw DomainProblem.invalid(
                    field, "size", field + " has " + LARGEST_OBJECT + " characters of JSON at most.");
        }
        return new HashMap<>(value);
    }

    private static @Nullable String string(Map<String, Object> map, String parent, String key) {
        String value = typed(map, parent, key, String.class);
        return value == null || value.isBlank() ? null : value;
    }

    /** A member of what is passed on as the Cloud API takes it; null where there is none. */
    private static <T> @Nullable T typed(Map<?, ?> map, String parent, String key, Class<T> type) {
        Object value = map.get(key);
        if (value != null && !type.isInstance(value)) {
            String needed = type == String.class ? "a text" : type == List.class ? "a list" : "an object";
            throw DomainProblem.invalid(parent + "." + key, "type", "This has to be " + needed + ".");
        }
        return type.cast(value);
    }

    private static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null ? null : bounded(field, value, longest);
    }

    private static String bounded(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw DomainProblem.invalid(field, "missing", field + " is missing.");
        }
        if (value.length() > longest) {
            throw DomainProblem.invalid(field, "size", field + " has " + longest + " characters at most.");
        }
        if (value.indexOf('\0') >= 0) {
            throw DomainProblem.invalid(field, "format", field + " must not contain a NUL character.");
        }
        return value;
    }
}
