package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "messages-inbox",
                "messages-failure",
                "messages-platform",
                "messages-audit",
                "messages-export",
                "messages-privacy",
                "messages-metric"
            })
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties spanish = read(bundle);
        Properties english = read(bundle + "_en");

        assertThat(spanish).isNotEmpty();
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).doesNotContain("");
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var file = TextsTest.class.getResourceAsStream("/" + bundle + ".properties")) {
            assertThat(file).as(bundle).isNotNull();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
