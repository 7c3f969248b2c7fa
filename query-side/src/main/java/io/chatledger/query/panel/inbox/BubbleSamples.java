package io.chatledger.query.panel.inbox;

import io.chatledger.query.conversation.MessageView;
import io.chatledger.query.conversation.Sender;
import io.chatledger.query.conversation.StatusStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of every kind, and an answer in every state. */
final class BubbleSamples {

    private static final Instant NOW = Instant.parse("2026-11-20T15:04:05Z");
    private static final List<String> STATES =
            List.of("queued", "sending", "sent", "delivered", "read", "played", "failed", "unknown");
    private static final Map<String, Object> PLACE =
            Map.of("latitude", -33.4, "longitude", -70.6, "name", "Plaza", "address", "Calle 1");
    private static final Map<String, Object> CARD = Map.of(
            "contacts",
            List.of(Map.of("name", Map.of("formatted_name", "Luz"), "phones", List.of(Map.of("phone", "+56 9 1")))));

    private BubbleSamples() {}

    static List<Bubble> all() {
        List<MessageView> messages = new ArrayList<>(List.of(
                said(
                        "text",
                        "Hola, ¿tienen hora para mañana?\nhttps://example.org/una-direccion-muy-larga-sin-espacios"),
                with("image", null, Map.of(), null, null),
                with("audio", null, Map.of("voice", true), null, null),
                with("video", "Mira", Map.of(), null, null),
                with("sticker", null, Map.of(), null, null),
                with("document", "La lista", Map.of("filename", "precios de noviembre 2026.pdf"), null, null),
                with("location", null, null, PLACE, null),
                with("contacts", null, null, null, CARD),
                with("contacts", null, null, null, Map.of()),
                with("interactive", "A las 16:00", null, null, null),
                with("order", "Sin cebolla", null, null, Map.of("order", Map.of("product_items", List.of(1, 2)))),
                said("reaction", "👍"),
                said("system", "El cliente cambió de número"),
                said("unsupported", null),
                said("hologram", null)));
        STATES.forEach(state -> messages.add(answer("agent", "text", "¡Claro que sí!", state)));
        messages.add(answer("bot", "text", "Soy el bot.", "read"));
        messages.add(answer("system", "template", "Recordatorio", "delivered"));
        List<Bubble> bubbles = new ArrayList<>(
                messages.stream().map(one -> new Bubble(one, null, List.of())).toList());
        bubbles.add(new Bubble(said("text", "Esa, gracias"), messages.getLast(), List.of("❤️", "👍")));
        return bubbles;
    }

    private static MessageView said(String type, @Nullable String text) {
        return with(type, text, null, null, null);
    }

    private static MessageView with(
            String type,
            @Nullable String text,
            @Nullable Map<String, Object> media,
            @Nullable Map<String, Object> location,
            @Nullable Map<String, Object> attributes) {
        return message(
                "inbound", new Sender("customer", null), type, text, media, location, attributes, "received", null);
    }

    private static MessageView answer(String by, String type, String text, String status) {
        boolean failed = status.equals("failed");
        @Nullable
        Map<String, @Nullable Object> error =
                failed ? Map.of("code", "131047", "reason", "window-closed", "detail", "Re-engagement message") : null;
        return message("outbound", new Sender(by, null), type, text, null, null, null, status, error);
    }

    private static MessageView message(
            String direction,
            Sender sender,
            String type,
            @Nullable String text,
            @Nullable Map<String, Object> media,
            @Nullable Map<String, Object> location,
            @Nullable Map<String, Object> attributes,
            String status,
            @Nullable Map<String, @Nullable Object> error) {
        String id = "kit-" + type + "-" + sender.type() + "-" + status + "-"
                + Math.abs(String.valueOf(text).hashCode());
        return new MessageView(
                id,
                "k1",
                id,
                direction,
                sender,
                type,
                text,
                media,
                location,
                null,
                attributes,
                null,
                status,
                List.of(new StatusStep(status, NOW, error)),
                error,
                NOW);
    }
}
