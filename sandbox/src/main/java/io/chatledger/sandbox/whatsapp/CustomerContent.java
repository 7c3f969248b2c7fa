package io.chatledger.sandbox.whatsapp;

import io.chatledger.kernel.problem.DomainProblem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's message carries, as webhooks document it.
 *
 * @param type the protocol's type
 * @param content the protocol's object of that type
 */
record CustomerContent(String type, Map<String, Object> content) {

    /** @param about the message that a reply or reaction is about */
    static CustomerContent of(CustomerMessage message, @Nullable String about) {
        return switch (message.type() == null ? "text" : message.type()) {
            case "text" -> new CustomerContent("text", Map.of("body", text(message)));
            case "image" -> image(message.text());
            case "audio" -> new CustomerContent("audio", voice());
            case "location" -> new CustomerContent("location", location());
            case "button_reply" -> reply("button_reply", message);
            case "list_reply" -> reply("list_reply", message);
            case "reaction" -> reaction(message, about);
            default -> throw DomainProblem.invalid("type", "unknown", "The phone cannot send this type.");
        };
    }

    /** Replies name the message with the buttons; the rest only what the person chose to quote. */
    @Nullable
    String repliesTo(@Nullable String quoted, @Nullable String about) {
        return switch (type) {
            case "interactive" -> about;
            case "reaction" -> null;
            default -> quoted;
        };
    }

    private static String text(CustomerMessage message) {
        String text = message.text();
        if (text == null || text.isBlank() || text.codePointCount(0, text.length()) > 4096) {
            throw DomainProblem.invalid("text", "size", "A text has 1 to 4096 characters.");
        }
        return text;
    }

    private static CustomerContent image(@Nullable String caption) {
        Map<String, Object> image = file("image/jpeg");
        if (caption != null && !caption.isBlank()) {
            image.put("caption", caption);
        }
        return new CustomerContent("image", image);
    }

    private static Map<String, Object> voice() {
        Map<String, Object> voice = file("audio/ogg; codecs=opus");
        voice.put("voice", true);
        return voice;
    }

    private static Map<String, Object> file(String mimeType) {
        UUID unique = UUID.randomUUID();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("mime_type", mimeType);
        file.put("sha256", sha256(unique.toString()));
        file.put("id", Long.toString(unique.getMostSignificantBits() >>> 8));
        return file;
    }

    private static Map<String, Object> location() {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("latitude", -33.43718);
        location.put("longitude", -70.65053);
        location.put("name", "Plaza de Armas");
        location.put("address", "Plaza de Armas, Santiago, Chile");
        return location;
    }

    private static CustomerContent reply(String kind, CustomerMessage message) {
        if (message.buttonId() == null || message.buttonTitle() == null) {
            throw DomainProblem.invalid("buttonId", "required", "A reply needs buttonId and buttonTitle.");
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("id", message.buttonId());
        chosen.put("title", message.buttonTitle());
        Map<String, Object> interactive = new LinkedHashMap<>();
        interactive.put("type", kind);
        interactive.put(kind, chosen);
        return new CustomerContent("interactive", interactive);
    }

    private static CustomerContent reaction(CustomerMessage message, @Nullable String about) {
        if (about == null) {
            throw DomainProblem.invalid("messageId", "required", "There is no message to react to.");
        }
        Map<String, Object> reaction = new LinkedHashMap<>();
        reaction.put("message_id", about);
        reaction.put("emoji", message.emoji() == null ? "👍" : message.emoji());
        return new CustomerContent("reaction", reaction);
    }

    private static String sha256(String of) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(of.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
