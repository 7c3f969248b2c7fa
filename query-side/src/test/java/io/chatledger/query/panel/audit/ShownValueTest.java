package io.chatledger.query.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ShownValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"Hola\"' | text | Hola",
                "7.5 | text | 7.5",
                "true | text | true",
                "null | nothing | ''",
                "'\"\"' | nothing | ''",
                "[] | nothing | ''",
                "{\"erased\":true} | erased | ''",
                "'\"2026-03-12T18:00:00.5Z\"' | moment | 2026-03-12T18:00:00.5Z",
                "'\"2026-99-12T18:00:00Z\"' | text | 2026-99-12T18:00:00Z",
                "'\"demo/contact/6f2c7a8e-0000-4000-8000-000000000001\"' | text | 6f2c7a8e-0000-4000-8000-000000000001",
                "'\"a/b/c\"' | text | a/b/c",
            })
    void eachValueHasItsKind(String json, String kind, String text) {
        ShownValue shown = of(json);
        assertThat(shown.kind()).isEqualTo(kind);
        assertThat(shown.text()).isEqualTo(text);
    }

    @Test
    void whatIsNestedIsShownPartByPart() {
        ShownValue shown = of("{\"lastMessageAt\":[{\"a\":1},2]}");
        assertThat(shown.kind()).isEqualTo("object");
        ShownValue list = shown.parts().getFirst();
        assertThat(list.words()).isEqualTo("Last message at");
        assertThat(list.kind()).isEqualTo("list");
        assertThat(list.parts()).extracting(ShownValue::kind).containsExactly("object", "text");
    }

    @Test
    void whatIsNestedTooDeeplyIsShownAsItIs() {
        ShownValue shown = of("[".repeat(200) + "1" + "]".repeat(200));
        int depth = 0;
        while (shown.kind().equals("list")) {
            shown = shown.parts().getFirst();
            depth++;
        }
        assertThat(depth).isLessThan(20);
        assertThat(shown.text()).startsWith("[[").endsWith("]]");
    }

    private static ShownValue of(String json) {
        return ShownValue.of(JsonMapper.shared().readTree(json));
    }
}
