package io.chatledger.sandbox.whatsapp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** A vector computed apart from this code: non-ASCII as lower-case escapes, with an escaped slash. */
    private static final String BODY = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":\
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":\
            "106540352242922"},"contacts":[{"profile":{"name":"Mar\\u00eda \\u00d1and\\u00fa"},"wa_id":"56912345678"}],\
            "messages":[{"from":"56912345678","id":"wamid.SIG1","timestamp":"1749416383","text":{"body":\
            "\\u00bfTienen caf\\u00e9? \\ud83d\\ude00 a\\/b <ok>"},"type":"text"}]},"field":"messages"}]}]}""";

    @Test
    void signsTheBytesThatAreSent() {
        String header = new WebhookSignature("test_app_secret_0123456789abcdef").of(BODY.getBytes(US_ASCII));
        assertThat(header).isEqualTo("sha256=66cfbcbc459bc6c5d215f42a292053dcd855f65e9b1a357aabe235f10e28bf59");
    }

    @Test
    void writesAsciiWithLowerCaseEscapesAndEscapedSlashes() {
        byte[] bytes = WebhookJson.bytes(Map.of("body", "¿Ñandú? 😀 a/b <ok>"));
        assertThat(new String(bytes, US_ASCII))
                .isEqualTo("{\"body\":\"\\u00bf\\u00d1and\\u00fa? \\ud83d\\ude00 a\\/b <ok>\"}");
    }
}
