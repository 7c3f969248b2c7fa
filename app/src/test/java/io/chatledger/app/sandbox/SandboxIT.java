package io.chatledger.app.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.app.sandbox.ReceivingWebhooks.Arrived;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SandboxIT.Small.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "chatledger.sandbox.enabled=true",
            "chatledger.whatsapp.app-secret=a-secret-of-this-test",
            "spring.main.banner-mode=off"
        })
class SandboxIT {

    private static final AtomicLong PHONES = new AtomicLong(56_950_000_000L);
    private static final String NUMBER = SandboxNumber.PHONE_NUMBER_ID;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final ReceivingWebhooks webhooks;
    private final int port;

    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @ComponentScan
    static class Small {}

    SandboxIT(@Autowired ReceivingWebhooks webhooks, @LocalServerPort int port) {
        this.webhooks = webhooks;
        this.port = port;
    }

    @BeforeEach
    void behave() throws Exception {
        mischief("");
    }

    @Test
    void acceptsATextAndReportsItsStatuses() throws Exception {
        HttpResponse<String> answer = graph(text("¡Hola!"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode accepted = json(answer);
        assertThat(accepted.at("/contacts/0/wa_id").asString()).isEqualTo(phone);
        String wamid = accepted.at("/messages/0/id").asString();
        assertThat(wamid).startsWith("wamid.");
        List<Arrived> statuses = webhooks.next(phone, 2);
        assertThat(statuses).extracting(Arrived::status).containsExactly("sent", "delivered");
        assertThat(statuses).allSatisfy(status -> {
            JsonNode reported = status.value().at("/statuses/0");
            assertThat(reported.path("id").asString()).isEqualTo(wamid);
            assertThat(reported.path("recipient_id").asString()).isEqualTo(phone);
            assertThat(reported.path("biz_opaque_callback_data").asString()).isEqualTo("command-1");
            assertThat(reported.at("/pricing/type").asString()).isEqualTo("free_customer_service");
        });
    }

    @Test
    void asksForABearerToken() throws Exception {
        HttpResponse<String> answer = call("POST", "/sandbox/graph/v25.0/" + NUMBER + "/messages", text("a"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(190);
        assertThat(json(answer).at("/error/type").asString()).isEqualTo("OAuthException");
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        assertThat(json(graph("{not json")).at("/error/code").asInt()).isEqualTo(100);
        assertThat(json(graph("")).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void deliversWhatACustomerWritesSignedAndEscaped() throws Exception {
        String wamid = write("\"type\":\"text\",\"text\":\"¿Tienen café? 😀\",\"name\":\"María\"");

        Arrived arrived = webhooks.next(phone);
        assertThat(arrived.signature()).isEqualTo(new WebhookSignature("a-secret-of-this-test").of(arrived.body()));
        assertThat(new String(arrived.body(), US_ASCII)).contains("\\u00bfTienen caf\\u00e9? \\ud83d\\ude00");
        JsonNode body = JsonMapper.shared().readTree(arrived.body());
        assertThat(body.at("/entry/0/id").asString()).isEqualTo(SandboxNumber.WABA_ID);
        JsonNode value = arrived.value();
        assertThat(value.at("/metadata/phone_number_id").asString()).isEqualTo(NUMBER);
        assertThat(value.at("/metadata/display_phone_number").asString()).isEqualTo("56220000001");
        assertThat(value.at("/contacts/0/profile/name").asString()).isEqualTo("María");
        assertThat(value.at("/messages/0/id").asString()).isEqualTo(wamid);
        assertThat(value.at("/messages/0/from").asString()).isEqualTo(phone);
    }

    @Test
    void knowsAUserWithoutAPhoneNumber() throws Exception {
        writeAs("CL.123456", "\"type\":\"image\"");

        JsonNode value = webhooks.next("CL.123456").value();
        assertThat(value.at("/contacts/0/user_id").asString()).isEqualTo("CL.123456");
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/messages/0/image/id").asString()).isNotEmpty();
        JsonNode answer = json(graph(text("hola").replace("\"to\":\"" + phone, "\"recipient\":\"CL.123456")));
        assertThat(answer.at("/contacts/0/input").asString()).isEqualTo("CL.123456");
        assertThat(webhooks.next("CL.123456")
                        .value()
                        .at("/statuses/0/recipient_user_id")
                        .asString())
                .isEqualTo("CL.123456");
    }

    @Test
    void takesOnlyTemplatesOnceTheWindowHasClosed() throws Exception {
        write("\"type\":\"text\",\"text\":\"hola\",\"secondsAgo\":" + (24 * 3600 + 5));

        assertThat(json(graph(text("tarde"))).at("/error/code").asInt()).isEqualTo(131047);
        String template = text("x")
                .replaceFirst(
                        "\"type\".*",
                        "\"type\":\"template\",\"template\":{\"name\":\"a\"," + "\"language\":{\"code\":\"es\"}}}");
        assertThat(graph(template).statusCode()).isEqualTo(200);
    }

    @Test
    void reportsReadingOnceTheCustomerLooks() throws Exception {
        graph(text("hola"));
        webhooks.next(phone, 2);

        call("POST", "/sandbox/api/chats/" + NUMBER + "/" + phone + "/read", "{}");

        assertThat(webhooks.next(phone).status()).isEqualTo("read");
    }

    @Test
    void takesReadReceipts() throws Exception {
        String wamid = write("\"type\":\"text\",\"text\":\"hola\"");

        HttpResponse<String> answer =
                graph("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + wamid + "\"}");

        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(call("GET", "/sandbox/api/chats/" + NUMBER + "/" + phone, "").body())
                .contains("\"status\":\"read\"");
    }

    @Test
    void triesAgainUntilTheApplicationTakesIt() throws Exception {
        webhooks.refuse(phone, 2);

        write("\"type\":\"text\",\"text\":\"again\"");

        assertThat(webhooks.next(phone).text()).contains("again");
        assertThat(webhooks.refusalsLeft(phone)).isZero();
    }

    @Test
    void deliversTwiceWhenAsked() throws Exception {
        mischief("\"twice\":true,\"parallel\":true");

        write("\"type\":\"text\",\"text\":\"twice\"");

        assertThat(webhooks.next(phone).body()).isEqualTo(webhooks.next(phone).body());
    }

    @Test
    void reversesStatusesWhenAsked() throws Exception {
        mischief("\"statusesReversed\":true");

        graph(text("hola"));

        assertThat(webhooks.next(phone, 3)).extracting(Arrived::status).containsExactly("read", "delivered", "sent");
    }

    @Test
    void reportsStatusesBeforeItAnswersWhenAsked() throws Exception {
        mischief("\"statusesFirst\":true");

        graph(text("hola"));

        assertThat(webhooks.waiting(phone)).isEqualTo(2);
    }

    @Test
    void losesTheAnswerButNotTheMessageWhenAsked() throws Exception {
        mischief("\"dropResponse\":true");

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> graph(text("hola")));

        assertThat(webhooks.next(phone, 2)).extracting(Arrived::status).containsExactly("sent", "delivered");
    }

    @Test
    void answersWithTheErrorAskedFor() throws Exception {
        mischief("\"errorCode\":131056");

        HttpResponse<String> answer = graph(text("hola"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(131056);
        assertThat(json(answer).at("/error/error_data/messaging_product").asString())
                .isEqualTo("whatsapp");
    }

    @Test
    void failsByStatusWhenAsked() throws Exception {
        mischief("\"errorCode\":131026,\"errorByStatus\":true");

        assertThat(graph(text("hola")).statusCode()).isEqualTo(200);

        JsonNode status = webhooks.next(phone).value().at("/statuses/0");
        assertThat(status.path("status").asString()).isEqualTo("failed");
        assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131026);
    }

    @Test
    void showsAPhoneWithoutInlineScriptsOrStyles() throws Exception {
        HttpResponse<String> page = call("GET", "/sandbox?number=100000000000009", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("data-number=\"100000000000009\"")
                .doesNotContain(" style=", "<style", " onclick=", "<script>");
        assertThat(call("GET", "/sandbox/phone.js", "").statusCode()).isEqualTo(200);
    }

    private String text(String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + phone
                + "\",\"biz_opaque_callback_data\":\"command-1\"," + "\"type\":\"text\",\"text\":{\"body\":\"" + body
                + "\"}}";
    }

    private HttpResponse<String> graph(String body) throws IOException, InterruptedException {
        HttpRequest request = request("POST", "/sandbox/graph/v25.0/" + NUMBER + "/messages", body)
                .header("Authorization", "Bearer any-token")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String write(String members) throws IOException, InterruptedException {
        return writeAs(phone, members);
    }

    private String writeAs(String customer, String members) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(
                "POST",
                "/sandbox/api/customers/" + customer + "/messages",
                "{\"phoneNumberId\":\"" + NUMBER + "\"," + members + "}");
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer).path("wamid").asString();
    }

    private void mischief(String members) throws IOException, InterruptedException {
        assertThat(call("PUT", "/sandbox/api/mischief", "{" + members + "}").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(request(method, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(4))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
