package io.chatledger.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureIT {

    private static final byte[] BODY = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(UTF_8);

    @Test
    void refusesABodyWithoutSignature() {
        RunningApplication.stranger().post(Webhook.PATH, BODY).refusedWith(401, "signature-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha256=00", "sha256=zz", "sha1=0102", "x"})
    void refusesASignatureThatIsNone(String signature) {
        Webhook.signed(signature).post(Webhook.PATH, BODY).refusedWith(401, "signature-invalid");
    }

    @Test
    void refusesTheSignatureOfOtherBytes() {
        byte[] sameJson = new String(BODY, UTF_8).replace(":", ": ").getBytes(UTF_8);
        Webhook.signed(Webhook.signature(sameJson)).post(Webhook.PATH, BODY).refusedWith(401, "signature-invalid");
    }

    @Test
    void keepsNothingOfARefusedBody() {
        long before = RunningApplication.number("select count(*) from webhook_journal");
        Webhook.signed("sha256=00").post(Webhook.PATH, BODY).expecting(401);
        assertThat(RunningApplication.number("select count(*) from webhook_journal"))
                .isEqualTo(before);
    }

    @Test
    void holdsOverTheBytesAsSentWithEscapedUnicode() {
        Business business = Business.register();
        Number number = business.connect();
        Body body = Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "Ñandú 🦤")));
        byte[] escaped = new String(body.bytes(), UTF_8)
                .replace("Ñ", "\\u00d1")
                .replace("ú", "\\u00FA")
                .replace("🦤", "\\ud83e\\udda4")
                .getBytes(UTF_8);
        Webhook.post(escaped).expecting(200);
        assertThat(business.messages())
                .extracting(message -> message.get("text").asString())
                .containsExactly("Ñandú 🦤");
    }
}
