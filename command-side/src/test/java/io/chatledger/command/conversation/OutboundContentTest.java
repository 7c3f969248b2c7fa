package io.chatledger.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageContent.Location;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundContentTest {

    private static final Map<String, Object> FILE = Map.of("id", "media-1");

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("type", "missing", text(null, "hello")),
                Arguments.of("type", "unknown", text("carrier-pigeon", "hello")),
                Arguments.of("type", "unknown", text("unsupported", "hello")),
                Arguments.of("text", "missing", text("text", null)),
                Arguments.of("text", "missing", text("text", " \n ")),
                Arguments.of("text", "size", text("text", "a".repeat(4097))),
                Arguments.of("text", "format", text("text", "a\0b")),
                Arguments.of("contextMessageId", "missing", answer("")),
                Arguments.of("contextMessageId", "size", answer("a".repeat(257))),
                Arguments.of("media", "missing", media("image", null)),
                Arguments.of("media", "missing", media("image", Map.of())),
                Arguments.of("media", "missing", media("image", Map.of("caption", "neither"))),
                Arguments.of("media", "missing", media("image", Map.of("id", "1", "link", "https://a.example/b"))),
                Arguments.of("media.link", "format", media("video", Map.of("link", "file:///etc/passwd"))),
                Arguments.of("media.link", "size", media("video", Map.of("link", "https://" + "a".repeat(2041)))),
                Arguments.of("media.id", "size", media("image", Map.of("id", "a".repeat(257)))),
                Arguments.of("media.filename", "size", media("document", with("filename", "a".repeat(241)))),
                Arguments.of("media.mimeType", "size", media("document", with("mimeType", "a".repeat(129)))),
                Arguments.of("media.caption", "size", media("image", with("caption", "a".repeat(1025)))),
                Arguments.of("media.caption", "not-allowed", media("audio", with("caption", "listen"))),
                Arguments.of("media.caption", "not-allowed", media("sticker", with("caption", "look"))),
                Arguments.of("template.name", "missing", template(Map.of())),
                Arguments.of("template.name", "missing", template(Map.of("language", Map.of()))),
                Arguments.of("template.name", "type", template(Map.of("name", 7))),
                Arguments.of("template.language", "type", template(Map.of("name", "a", "language", "es"))),
                Arguments.of("template.components", "type", template(Map.of("name", "a", "components", Map.of()))),
                Arguments.of("media.id", "type", media("image", Map.of("id", 7, "link", "https://a.example/b"))),
                Arguments.of("media.link", "type", media("image", Map.of("id", "1", "link", true))),
                Arguments.of("media.caption", "type", media("image", with("caption", 7))),
                Arguments.of("media.filename", "type", media("document", with("filename", List.of("a")))),
                Arguments.of("interactive.body", "type", interactive(Map.of("body", "a"))),
                Arguments.of("interactive.body.text", "type", interactive(Map.of("body", Map.of("text", 7)))),
                Arguments.of("template.name", "size", template(Map.of("name", "a".repeat(513)))),
                Arguments.of("template", "size", template(Map.of("name", "a", "components", list(40_000)))),
                Arguments.of("interactive", "size", interactive(Map.of("action", Map.of("a", list(40_000))))),
                Arguments.of("interactive", "missing", interactive(null)),
                Arguments.of("interactive.body.text", "size", interactive(body("a".repeat(4097)))),
                Arguments.of("location", "missing", location(null)),
                Arguments.of("location", "out-of-range", location(new Location(90.1, 0, null, null, null))),
                Arguments.of("location", "out-of-range", location(new Location(0, -180.1, null, null, null))),
                Arguments.of("location", "out-of-range", location(new Location(Double.NaN, 0, null, null, null))),
                Arguments.of("location.name", "size", location(new Location(0, 0, "a".repeat(1025), null, null))));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesAndNamesTheField(String field, String code, OutboundContent content) {
        assertThatThrownBy(content::toContent).isInstanceOfSatisfying(DomainProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo("invalid-request");
            assertThat(problem.details().get("errors"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .singleElement()
                    .isEqualTo(Map.of("field", field, "code", code, "message", String.valueOf(problem.getMessage())));
        });
    }

    static Stream<OutboundContent> longestPossible() {
        return Stream.of(
                text("text", "a".repeat(4096)),
                answer("a".repeat(256)),
                media("image", with("caption", "a".repeat(1024))),
                media("video", Map.of("link", "https://" + "a".repeat(2040))),
                template(Map.of("name", "a".repeat(512))),
                interactive(body("a".repeat(4096))),
                location(new Location(-90, 180, null, null, null)));
    }

    @ParameterizedTest
    @MethodSource("longestPossible")
    void takesWhatIsJustWithinTheLimits(OutboundContent content) {
        assertThat(content.toContent().type()).isEqualTo(content.type());
    }

    @Test
    void keepsATemplateAsTheProviderTakesIt() {
        Map<String, Object> greeting = Map.of("name", "greeting", "language", Map.of("code", "es"));
        MessageContent content = template(greeting).toContent();
        assertThat(content.text()).isEqualTo("greeting");
        assertThat(content.attributes()).isEqualTo(Map.of("template", greeting));
    }

    @Test
    void readsTheBodyOfAnInteractiveMessage() {
        MessageContent content = interactive(body("choose")).toContent();
        assertThat(content.text()).isEqualTo("choose");
        assertThat(content.interactive()).isEqualTo(body("choose"));
    }

    @Test
    void takesTheTextOfAPictureForItsCaption() {
        MessageContent content = new OutboundContent("image", "our menu", FILE, null, null, null, null).toContent();
        assertThat(content.text()).isEqualTo("our menu");
        assertThat(content.media()).isEqualTo(new MessageContent.Media("media-1", null, null, null, null, null, null));
    }

    @Test
    void sendsEveryKindOfMedia() {
        assertThat(List.of("image", "audio", "video", "document", "sticker"))
                .allSatisfy(
                        kind -> assertThat(media(kind, FILE).toContent().type()).isEqualTo(kind));
    }

    private static OutboundContent text(@Nullable String type, @Nullable String text) {
        return new OutboundContent(type, text, null, null, null, null, null);
    }

    private static OutboundContent answer(String contextMessageId) {
        return new OutboundContent("text", "hello", null, null, null, null, contextMessageId);
    }

    private static OutboundContent media(String type, @Nullable Map<String, Object> media) {
        return new OutboundContent(type, null, media, null, null, null, null);
    }

    private static OutboundContent template(Map<String, Object> template) {
        return new OutboundContent("template", null, null, template, null, null, null);
    }

    private static OutboundContent interactive(@Nullable Map<String, Object> interactive) {
        return new OutboundContent("interactive", null, null, null, interactive, null, null);
    }

    private static OutboundContent location(@Nullable Location location) {
        return new OutboundContent("location", null, null, null, null, location, null);
    }

    private static Map<String, Object> with(String key, Object value) {
        return Map.of("id", "media-1", key, value);
    }

    private static List<Object> list(int length) {
        return List.of("a".repeat(length));
    }

    private static Map<String, Object> body(String text) {
        return Map.of("type", "button", "body", Map.of("text", text));
    }
}
