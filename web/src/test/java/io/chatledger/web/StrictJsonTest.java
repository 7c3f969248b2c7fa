package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private enum Colour {
        red
    }

    private record Inner(boolean flag, double degrees, long number, int small) {}

    private record Everything(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Long number,
            @Nullable Integer small,
            @Nullable Double degrees,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable List<Integer> numbers,
            @Nullable Map<String, Object> free,
            @Nullable Inner inner) {}

    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        JsonFactoryBuilder factory = JsonFactory.builder();
        new StrictJson().boundedShape().customize(factory);
        JsonMapper.Builder builder = JsonMapper.builder(factory.build());
        StrictJson.configure(builder);
        return builder.build();
    }

    @Test
    void whatHasTheRightTypeIsRead() {
        Everything read = json.readValue("""
                {"text": "7", "flag": true, "number": 9007199254740993, "small": -1, "degrees": 7,
                 "at": "2026-03-12T15:00:00-03:00", "colour": "red", "numbers": [], "free": {"a": [1, null, "b", {}]},
                 "inner": {"flag": false, "degrees": -0.5, "number": 0, "small": 0}, "unknown": 1}""", Everything.class);
        assertThat(read.text()).isEqualTo("7");
        assertThat(read.number()).isEqualTo(9007199254740993L);
        assertThat(read.degrees()).isEqualTo(7.0);
        assertThat(read.at()).isEqualTo("2026-03-12T18:00:00Z");
        assertThat(read.free()).containsKey("a");
        assertThat(read.inner()).isEqualTo(new Inner(false, -0.5, 0, 0));
    }

    @Test
    void whatIsNullOrMissingIsNull() {
        Everything nothing = new Everything(null, null, null, null, null, null, null, null, null, null);
        assertThat(json.readValue("{\"text\": null, \"degrees\": null, \"at\": null}", Everything.class))
                .isEqualTo(nothing);
    }

    @Test
    void whatHasMorePartsThanAnythingNeedsIsRefused() {
        String many = "{\"free\": {\"a\": [" + "[],".repeat(300_000) + "1]}}";
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> json.readValue(many, Everything.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"inner\": {\"flag\": null, \"degrees\": 0, \"number\": 0, \"small\": 0}}",
                "{\"inner\": {\"flag\": true, \"degrees\": null, \"number\": 0, \"small\": 0}}",
                "{\"inner\": {\"flag\": true, \"degrees\": 0, \"number\": null, \"small\": 0}}",
                "{\"inner\": {\"flag\": true, \"degrees\": 0, \"number\": 0, \"small\": 2147483648}}",
                "{\"inner\": \"\"}",
                "{\"colour\": 0}",
                "{\"colour\": \"0\"}",
                "{\"colour\": \"\"}",
                "{\"colour\": \"RED\"}",
                "{\"numbers\": [\"1\"]}",
                "{\"numbers\": 1}",
                "{\"numbers\": \"\"}",
                "{\"free\": \"\"}",
                "{\"free\": {\"a\": 1, \"a\": 2}}",
                "{\"free\": {\"a\": \"\\u0000\"}}",
                "{\"text\": \"a\\ud800b\"}",
                "{\"text\": \"a\"} true",
                "{\"degrees\": NaN}",
                "{'text': 'a'}",
                "{\"text\": \"a\",}",
                "// a\n{}",
            })
    void whatHasAnyOtherTypeOrFormIsRefused(String body) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> json.readValue(body, Everything.class));
    }
}
