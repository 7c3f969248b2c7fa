package io.chatledger.command.conversation.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageContent.Location;
import io.chatledger.kernel.conversation.MessageContent.Media;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboundBodyTest {

    private static final ChannelId CHANNEL = ChannelId.of(new TenantId("shop"), new UUID(3, 4));

    @Test
    void prefersTheNumberToTheUserId() {
        assertThat(body("56900000001", MessageContent.ofText("hola")))
                .containsEntry("to", "56900000001")
                .doesNotContainKey("recipient");
        assertThat(body(null, MessageContent.ofText("hola")))
                .containsEntry("recipient", "CL.77")
                .doesNotContainKey("to");
    }

    @Test
    void namesMediaByIdOrElseByLink() {
        Media byLink = new Media(null, "application/pdf", null, "menu.pdf", "https://a.example/m.pdf", null, null);
        assertThat(body("1", new MessageContent("document", "La carta", byLink, null, null, null)))
                .containsEntry(
                        "document",
                        Map.of("link", "https://a.example/m.pdf", "caption", "La carta", "filename", "menu.pdf"));
        Media byId = new Media("77", "audio/ogg", null, null, "https://a.example/a.ogg", null, null);
        assertThat(body("1", new MessageContent("audio", "no caption", byId, null, null, null)))
                .containsEntry("audio", Map.of("id", "77"));
    }

    @Test
    void sendsALocation() {
        MessageContent content =
                new MessageContent("location", null, null, new Location(1.5, 2.5, "Local", null, null), null, null);
        assertThat(body("1", content))
                .containsEntry("location", Map.of("latitude", 1.5, "longitude", 2.5, "name", "Local"));
    }

    @Test
    void passesThroughWhatTheCallerComposed() {
        Map<String, Object> interactive = Map.of("type", "button");
        assertThat(body("1", new MessageContent("interactive", null, null, null, interactive, null)))
                .containsEntry("interactive", interactive);
        Map<String, Object> template = Map.of("name", "reminder", "language", Map.of("code", "es"));
        assertThat(body("1", attributes("template", template))).containsEntry("template", template);
        assertThat(body("1", attributes("contacts", List.of(template)))).containsEntry("contacts", List.of(template));
    }

    @Test
    void goesToTheNewestNumber() {
        List<Identity> moved =
                List.of(new Identity(IdentityType.phone, "5511"), new Identity(IdentityType.phone, "5522"));
        OutboundMessage message = new OutboundMessage(
                CHANNEL, new Endpoint(Provider.CLOUD_API, "7001"), moved, MessageContent.ofText("Hola"), null, "c:m");
        assertThat(new OutboundBody(message).json().orElseThrow()).containsEntry("to", "5522");
    }

    @Test
    void hasNoBodyForWhatCannotBeSent() {
        MessageContent unknown = new MessageContent("hologram", null, null, null, null, null);
        assertThat(new OutboundBody(message("1", unknown)).json()).isEmpty();
    }

    private static MessageContent attributes(String type, Object value) {
        return new MessageContent(type, null, null, null, null, Map.of(type, value));
    }

    private static Map<String, Object> body(@Nullable String phone, MessageContent content) {
        return new OutboundBody(message(phone, content)).json().orElseThrow();
    }

    private static OutboundMessage message(@Nullable String phone, MessageContent content) {
        return new OutboundMessage(
                CHANNEL, new Endpoint(Provider.CLOUD_API, "7001"), known(phone), content, null, "c:m");
    }

    private static List<Identity> known(@Nullable String phone) {
        Identity userId = new Identity(IdentityType.bsuid, "CL.77");
        return phone == null ? List.of(userId) : List.of(new Identity(IdentityType.phone, phone), userId);
    }
}
