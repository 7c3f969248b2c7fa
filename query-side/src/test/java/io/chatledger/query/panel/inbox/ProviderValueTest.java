package io.chatledger.query.panel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderValueTest {

    private final ProviderValue value = new ProviderValue(
            Map.of("body", "Hola", "blank", " ", "count", 3, "voice", true, "items", List.of("a", 7)));

    @Test
    void textsNumbersAndFlagsSaySomething() {
        assertThat(value.get("body").text()).isEqualTo("Hola");
        assertThat(value.get("count").text()).isEqualTo("3");
        assertThat(value.get("voice").text()).isEqualTo("true");
        assertThat(value.get("voice").isTrue()).isTrue();
    }

    @Test
    void whatIsOfAnotherShapeSaysNothing() {
        assertThat(value.text()).isNull();
        assertThat(value.get("blank").text()).isNull();
        assertThat(value.get("items").text()).isNull();
        assertThat(value.get("missing").get("deeper").first().text()).isNull();
        assertThat(value.get("body").get("deeper").items()).isEmpty();
        assertThat(value.get("body").isTrue()).isFalse();
    }

    @Test
    void listsAreReadInOrder() {
        assertThat(value.get("items").items()).extracting(ProviderValue::text).containsExactly("a", "7");
        assertThat(value.get("items").first().text()).isEqualTo("a");
    }
}
