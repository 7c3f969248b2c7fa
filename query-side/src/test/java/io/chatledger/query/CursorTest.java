package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void whatWasGivenOutComesBackAsItWas() {
        Cursor cursor = new Cursor(Instant.parse("2026-03-12T18:00:00.123456Z"), 42, "0199c3b2-7d4e");

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void itsTextStandsInAnAddressAsItIs() {
        assertThat(new Cursor(Instant.EPOCH, Long.MAX_VALUE, "a:b.c_d-e").text())
                .matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a cursor", "%%%"})
    void whatIsNoCursorIsRefused(String text) {
        assertThat(Refusals.field(() -> Cursor.parse(text))).isEqualTo("cursor malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"at\":\"2026-03-12T18:00:00Z\",\"n\":0}",
                "{\"at\":\"2026-03-12T18:00:00Z\",\"id\":\"a\"}",
                "{\"n\":0,\"id\":\"a\"}",
                "{\"at\":\"soon\",\"n\":0,\"id\":\"a\"}",
                "{\"at\":\"-1000-01-01T00:00:00Z\",\"n\":0,\"id\":\"a\"}",
                "{\"at\":\"+10000-01-01T00:00:00Z\",\"n\":0,\"id\":\"a\"}",
                "{\"at\":\"2026-03-12T18:00:00Z\",\"n\":0,\"id\":\"\"}",
                "{\"at\":\"2026-03-12T18:00:00Z\",\"n\":0,\"id\":\"a\\u0000b\"}",
                "{\"at\":\"2026-03-12T18:00:00Z\",\"n\":99999999999999999999,\"id\":\"a\"}"
            })
    void whatSomebodyMadeUpNeverReachesTheDatabase(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThat(Refusals.field(() -> Cursor.parse(text))).isEqualTo("cursor malformed");
    }
}
