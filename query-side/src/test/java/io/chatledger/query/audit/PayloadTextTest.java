package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.message.SealedJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PayloadTextTest {

    private final PayloadText payloads = new PayloadText(new SealedJson(new OpenSeals()));

    @Test
    void personalDataIsOpen() {
        assertThat(shown(sealed("shop/contact/ana"))).isEqualTo("{\"text\":\"Hola\"}");
    }

    @Test
    void ofAnErasedPersonThereIsOnlyThat() {
        assertThat(shown(sealed(OpenSeals.ERASED))).isEqualTo("{\"text\":{\"erased\":true}}");
    }

    @Test
    void whatSomebodyHasChangedIsShownAsItIs() {
        String stored = sealed(OpenSeals.CHANGED);

        assertThat(shown(stored)).isEqualTo(stored);
    }

    @Test
    void whatIsNoJsonIsShownAsText() {
        assertThat(shown("{\"text\":")).isEqualTo("\"{\\\"text\\\":\"");
    }

    private String shown(String payload) {
        return payloads.shown(Events.loose(payload, "{}")).toString();
    }

    private static String sealed(String person) {
        String data = Base64.getEncoder().encodeToString("\"Hola\"".getBytes(StandardCharsets.UTF_8));
        return "{\"text\":[\"sealed\",\"" + person + "\",\"" + data + "\"]}";
    }
}
