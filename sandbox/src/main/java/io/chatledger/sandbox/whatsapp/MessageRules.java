package io.chatledger.sandbox.whatsapp;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The documented rules for a message that a business sends.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Messages reference</a>
 */
final class MessageRules {

    private static final List<String> MEDIA = List.of("audio", "document", "image", "sticker", "video");
    private static final List<String> CAPTIONED = List.of("document", "image", "video");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private MessageRules() {}

    /** @throws GraphProblem if the message would be refused */
    static void check(JsonNode message) {
        product(message);
        recipient(message);
        Check.optionalText(message, "biz_opaque_callback_data", 512, "$");
        if (message.has("context")) {
            Check.text(message.path("context"), "message_id", 512, "context");
        }
        content(message, type(message));
    }

    static String type(JsonNode message) {
        return message.path("type").asString("text");
    }

    static void product(JsonNode message) {
        JsonNode product = message.path("messaging_product");
        if (product.isMissingNode()) {
            throw GraphProblem.invalid("The parameter messaging_product is required.");
        }
        if (!"whatsapp".equalsIgnoreCase(product.asString())) {
            throw GraphProblem.invalid("Param messaging_product must be one of {\"WHATSAPP\"}");
        }
    }

    private static void recipient(JsonNode message) {
        if (!"individual".equals(message.path("recipient_type").asString("individual"))) {
            throw GraphProblem.invalid("Param recipient_type must be one of {INDIVIDUAL}");
        }
        if (message.hasNonNull("to")) {
            if (!SandboxCustomer.isPhone(
                    SandboxCustomer.digits(message.path("to").asString()))) {
                throw GraphProblem.notValid("Param to is not a valid WhatsApp phone number.");
            }
        } else if (message.hasNonNull("recipient")) {
            if (!SandboxCustomer.isUserId(message.path("recipient").asString())) {
                throw GraphProblem.notValid("Param recipient is not a valid business-scoped user id.");
            }
        } else {
            throw GraphProblem.missing("The parameter to is required, or recipient instead.");
        }
    }

    private static void content(JsonNode message, String type) {
        switch (type) {
            case "text" -> Check.text(Check.object(message, "text", "type 'text'"), "body", 4096, "text");
            case "audio", "document", "image", "sticker", "video" -> media(message, type);
            case "location" -> location(Check.object(message, "location", "type 'location'"));
            case "contacts" -> contacts(message.path("contacts"));
            case "reaction" -> reaction(Check.object(message, "reaction", "type 'reaction'"));
            case "interactive" -> InteractiveRules.check(Check.object(message, "interactive", "type 'interactive'"));
            case "template" -> template(Check.object(message, "template", "type 'template'"));
            default ->
                throw GraphProblem.invalid("Param type must be one of {TEXT, INTERACTIVE, TEMPLATE, LOCATION,"
                        + " CONTACTS, REACTION, " + String.join(", ", MEDIA).toUpperCase(java.util.Locale.ROOT) + "}");
        }
    }

    private static void media(JsonNode message, String type) {
        JsonNode media = Check.object(message, type, "type '" + type + "'");
        if (media.hasNonNull("id") == media.hasNonNull("link")) {
            throw GraphProblem.notValid("Param " + type + " needs exactly one of id and link.");
        }
        if (media.hasNonNull("link")
                && !LINK.matcher(media.path("link").asString()).matches()) {
            throw GraphProblem.notValid("Param " + type + "['link'] is not a valid URL.");
        }
        if (media.has("caption") && !CAPTIONED.contains(type)) {
            throw GraphProblem.invalid("Unexpected key \"caption\" on param \"$['" + type + "']\".");
        }
        Check.optionalText(media, "caption", 1024, type);
    }

    private static void location(JsonNode location) {
        Check.number(location, "latitude", 90, "location");
        Check.number(location, "longitude", 180, "location");
    }

    private static void contacts(JsonNode contacts) {
        if (!contacts.isArray() || contacts.isEmpty()) {
            throw GraphProblem.missing("Parameter 'contacts' is mandatory for type 'contacts'");
        }
        for (JsonNode contact : contacts) {
            Check.text(Check.object(contact, "name", "contacts"), "formatted_name", 1024, "contacts['name']");
        }
    }

    private static void reaction(JsonNode reaction) {
        Check.text(reaction, "message_id", 512, "reaction");
        // Empty takes a reaction back.
        Check.optionalText(reaction, "emoji", 16, "reaction");
    }

    private static void template(JsonNode template) {
        Check.text(template, "name", 512, "template");
        Check.text(Check.object(template, "language", "template"), "code", 16, "template['language']");
        if (template.has("components") && !template.path("components").isArray()) {
            throw GraphProblem.invalid("Param template['components'] must be an array.");
        }
    }
}
