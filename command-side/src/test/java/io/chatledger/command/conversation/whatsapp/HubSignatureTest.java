package io.chatledger.command.conversation.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HubSignatureTest {

    private static final String SECRET = "a secret of the test";
    private static final byte[] ESCAPED = "{\"name\":\"\\u00d1and\\u00fa \\ud83d\\ude00 a\\/b\"}".getBytes(UTF_8);

    private final HubSignature signature = new HubSignature(SECRET);

    @Test
    void believesTheBytesAsReceived() throws Exception {
        assertThat(signature.matches(ESCAPED, sign(ESCAPED, SECRET))).isTrue();
        byte[] raw = "{\"name\":\"Ñandú\"}".getBytes(UTF_8);
        assertThat(signature.matches(raw, sign(raw, SECRET))).isTrue();
    }

    @Test
    void doesNotBelieveTheSameJsonWrittenAnew() throws Exception {
        byte[] rewritten = "{\"name\":\"Ñandú 😀 a/b\"}".getBytes(UTF_8);
        assertThat(signature.matches(rewritten, sign(ESCAPED, SECRET))).isFalse();
    }

    @Test
    void doesNotBelieveAnotherSecret() throws Exception {
        assertThat(signature.matches(ESCAPED, sign(ESCAPED, "another"))).isFalse();
    }

    @Test
    void doesNotBelieveWhatIsNoSignature() throws Exception {
        String good = sign(ESCAPED, SECRET);
        assertThat(signature.matches(ESCAPED, null)).isFalse();
        assertThat(signature.matches(ESCAPED, "")).isFalse();
        assertThat(signature.matches(ESCAPED, "sha256=")).isFalse();
        assertThat(signature.matches(ESCAPED, good.substring(7))).isFalse();
        assertThat(signature.matches(ESCAPED, good.substring(0, 40))).isFalse();
        assertThat(signature.matches(ESCAPED, "sha256=zz" + good.substring(9))).isFalse();
    }

    @Test
    void believesNothingWithoutASecret() throws Exception {
        assertThat(new HubSignature(null).matches(ESCAPED, sign(ESCAPED, SECRET)))
                .isFalse();
        assertThat(new HubSignature("").matches(ESCAPED, sign(ESCAPED, SECRET))).isFalse();
    }

    private static String sign(byte[] body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
