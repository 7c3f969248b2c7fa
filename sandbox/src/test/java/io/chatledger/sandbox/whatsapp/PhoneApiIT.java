package io.chatledger.sandbox.whatsapp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.sandbox.whatsapp.ReceivingWebhooks.Arrived;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the customer does, as the application sees it. */
@SandboxTest
class PhoneApiIT {

    private final ReceivingWebhooks webhooks;
    private final SandboxCalls calls;

    PhoneApiIT(@Autowired ReceivingWebhooks webhooks, @LocalServerPort int port) {
        this.webhooks = webhooks;
        this.calls = new SandboxCalls(port);
    }

    @Test
    void deliversWhatACustomerWritesSignedAndEscaped() throws Exception {
        String wamid = calls.write("\"type\":\"text\",\"text\":\"¿Tienen café? 😀\",\"name\":\"María\"");

        Arrived arrived = webhooks.next(calls.phone());
        assertThat(arrived.signature()).isEqualTo(new WebhookSignature(SandboxTest.SECRET).of(arrived.body()));
        assertThat(new String(arrived.body(), US_ASCII)).contains("\\u00bfTienen caf\\u00e9? \\ud83d\\ude00");
        JsonNode body = JsonMapper.shared().readTree(arrived.body());
        assertThat(body.at("/entry/0/id").asString()).isEqualTo(SandboxNumber.WABA_ID);
        JsonNode value = arrived.value();
        assertThat(value.at("/metadata/phone_number_id").asString()).isEqualTo(SandboxCalls.NUMBER);
        assertThat(value.at("/metadata/display_phone_number").asString()).isEqualTo("56220000001");
        assertThat(value.at("/contacts/0/profile/name").asString()).isEqualTo("María");
        assertThat(value.at("/messages/0/id").asString()).isEqualTo(wamid);
        assertThat(value.at("/messages/0/from").asString()).isEqualTo(calls.phone());
    }

    @Test
    void knowsAUserWithoutAPhoneNumber() throws Exception {
        calls.writeAs("CL.123456", "\"type\":\"image\"");

        JsonNode value = webhooks.next("CL.123456").value();
        assertThat(value.at("/contacts/0/user_id").asString()).isEqualTo("CL.123456");
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/messages/0/image/id").asString()).isNotEmpty();
        JsonNode answer = SandboxCalls.json(
                calls.graph(calls.text("hola").replace("\"to\":\"" + calls.phone(), "\"recipient\":\"CL.123456")));
        assertThat(answer.at("/contacts/0/input").asString()).isEqualTo("CL.123456");
        assertThat(webhooks.next("CL.123456")
                        .value()
                        .at("/statuses/0/recipient_user_id")
                        .asString())
                .isEqualTo("CL.123456");
    }

    @Test
    void reportsReadingOnceTheCustomerLooks() throws Exception {
        calls.graph(calls.text("hola"));
        webhooks.next(calls.phone(), 2);

        calls.call("POST", "/sandbox/api/chats/" + SandboxCalls.NUMBER + "/" + calls.phone() + "/read", "{}");

        assertThat(webhooks.next(calls.phone()).status()).isEqualTo("read");
    }

    @Test
    void triesAgainUntilTheApplicationTakesIt() throws Exception {
        webhooks.refuse(calls.phone(), 2);

        calls.write("\"type\":\"text\",\"text\":\"again\"");

        assertThat(webhooks.next(calls.phone()).text()).contains("again");
        assertThat(webhooks.refusalsLeft(calls.phone())).isZero();
    }

    @Test
    void showsAPhoneWithoutInlineScriptsOrStyles() throws Exception {
        HttpResponse<String> page = calls.call("GET", "/sandbox?number=100000000000009", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("data-number=\"100000000000009\"")
                .doesNotContain(" style=", "<style", " onclick=", "<script>");
        assertThat(calls.call("GET", "/sandbox/phone.js", "").statusCode()).isEqualTo(200);
    }
}
