package io.chatledger.query.panel.inbox;

import io.chatledger.query.conversation.MessageView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread, ready to be shown.
 *
 * @param quoted what it answers; null unless that message is shown too
 * @param reactions emojis given to it
 */
public record Bubble(MessageView message, @Nullable MessageView quoted, List<String> reactions) {

    public boolean inbound() {
        return message.direction().equals("inbound");
    }

    /** Which of the page's shapes fits the message; {@code other} where none does. */
    public String kind() {
        return switch (message.type()) {
            case "text" -> message.text() == null ? "other" : "text";
            case "image", "video", "audio", "document", "sticker" -> "media";
            case "interactive", "button" -> "reply";
            case "location", "contacts", "reaction", "order", "template", "system" -> message.type();
            default -> "other";
        };
    }

    public @Nullable String filename() {
        return new ProviderValue(message.media()).get("filename").text();
    }

    /** Whether it was spoken into the phone rather than sent as a file. */
    public boolean voice() {
        return new ProviderValue(message.media()).get("voice").isTrue();
    }

    public @Nullable String place() {
        ProviderValue location = new ProviderValue(message.location());
        String name = location.get("name").text();
        return name == null ? location.get("address").text() : name;
    }

    public @Nullable String address() {
        ProviderValue location = new ProviderValue(message.location());
        return location.get("name").text() == null
                ? null
                : location.get("address").text();
    }

    /** Latitude and longitude, comma between; null where one of them is missing. */
    public @Nullable String coordinates() {
        ProviderValue location = new ProviderValue(message.location());
        return location.get("latitude").value() instanceof Number latitude
                        && location.get("longitude").value() instanceof Number longitude
                ? latitude + "," + longitude
                : null;
    }

    /** Names and numbers of shared contact cards. */
    public List<Card> cards() {
        return new ProviderValue(message.attributes())
                .get("contacts").items().stream()
                        .map(card -> new Card(
                                card.get("name").get("formatted_name").text(),
                                card.get("phones").items().stream()
                                        .map(phone -> phone.get("phone").text())
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .toList();
    }

    /** Second line of a list reply; null for other replies. */
    public @Nullable String description() {
        ProviderValue reply = new ProviderValue(message.interactive());
        return Stream.of(reply.get("list_reply").get("description"), reply.get("description"))
                .map(ProviderValue::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many different products a cart holds. */
    public int products() {
        return new ProviderValue(message.attributes())
                .get("order")
                .get("product_items")
                .items()
                .size();
    }

    public @Nullable String template() {
        return new ProviderValue(message.attributes())
                .get("template")
                .get("name")
                .text();
    }

    /** The provider's own word for why a message came without its content. */
    public @Nullable String cause() {
        return new ProviderValue(message.attributes())
                .get("errors")
                .first()
                .get("title")
                .text();
    }

    public MessageFailure failure() {
        return MessageFailure.of(message.error());
    }

    /** A shared contact. */
    public record Card(@Nullable String name, List<String> phones) {}
}
