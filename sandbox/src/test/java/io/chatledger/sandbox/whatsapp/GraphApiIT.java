package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.sandbox.whatsapp.ReceivingWebhooks.Arrived;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The Graph API as the adapter sees it. */
@SandboxTest
class GraphApiIT {

    private final ReceivingWebhooks webhooks;
    private final SandboxCalls calls;

    GraphApiIT(@Autowired ReceivingWebhooks webhooks, @LocalServerPort int port) {
        this.webhooks = webhooks;
        this.calls = new SandboxCalls(port);
    }

    @Test
    void acceptsATextAndReportsItsStatuses() throws Exception {
        HttpResponse<String> answer = calls.graph(calls.text("¡Hola!"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode accepted = SandboxCalls.json(answer);
        assertThat(accepted.at("/contacts/0/wa_id").asString()).isEqualTo(calls.phone());
        String wamid = accepted.at("/messages/0/id").asString();
        assertThat(wamid).startsWith("wamid.");
        List<Arrived> statuses = webhooks.next(calls.phone(), 2);
        assertThat(statuses).extracting(Arrived::status).containsExactly("sent", "delivered");
        assertThat(statuses).allSatisfy(status -> {
            JsonNode reported = status.value().at("/statuses/0");
            assertThat(reported.path("id").asString()).isEqualTo(wamid);
            assertThat(reported.path("recipient_id").asString()).isEqualTo(calls.phone());
            assertThat(reported.path("biz_opaque_callback_data").asString()).isEqualTo("command-1");
            assertThat(reported.at("/pricing/type").asString()).isEqualTo("free_customer_service");
        });
    }

    @Test
    void asksForABearerToken() throws Exception {
        HttpResponse<String> answer =
                calls.call("POST", "/sandbox/graph/v25.0/" + SandboxCalls.NUMBER + "/messages", calls.text("a"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(SandboxCalls.json(answer).at("/error/code").asInt()).isEqualTo(190);
        assertThat(SandboxCalls.json(answer).at("/error/type").asString()).isEqualTo("OAuthException");
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        assertThat(SandboxCalls.json(calls.graph("{not json")).at("/error/code").asInt())
                .isEqualTo(100);
        assertThat(SandboxCalls.json(calls.graph("")).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void takesOnlyTemplatesOnceTheWindowHasClosed() throws Exception {
        calls.write("\"type\":\"text\",\"text\":\"hola\",\"secondsAgo\":" + (24 * 3600 + 5));

        assertThat(SandboxCalls.json(calls.graph(calls.text("tarde")))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(131047);
        String template = calls.text("x")
                .replaceFirst(
                        "\"type\".*",
                        "\"type\":\"template\",\"template\":{\"name\":\"a\"," + "\"language\":{\"code\":\"es\"}}}");
        assertThat(calls.graph(template).statusCode()).isEqualTo(200);
    }

    @Test
    void takesReadReceipts() throws Exception {
        String wamid = calls.write("\"type\":\"text\",\"text\":\"hola\"");

        HttpResponse<String> answer = calls.graph(
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + wamid + "\"}");

        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(calls.call("GET", "/sandbox/api/chats/" + SandboxCalls.NUMBER + "/" + calls.phone(), "")
                        .body())
                .contains("\"status\":\"read\"");
    }
}
