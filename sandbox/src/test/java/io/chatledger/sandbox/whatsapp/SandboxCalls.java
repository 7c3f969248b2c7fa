package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls from both sides about one customer, whom no other test knows. */
final class SandboxCalls {

    static final String NUMBER = SandboxNumber.PHONE_NUMBER_ID;
    private static final AtomicLong PHONES = new AtomicLong(56_950_000_000L);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final int port;

    SandboxCalls(int port) {
        this.port = port;
    }

    String phone() {
        return phone;
    }

    /** A text to the customer, as the Graph API takes it. */
    String text(String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + phone
                + "\",\"biz_opaque_callback_data\":\"command-1\"," + "\"type\":\"text\",\"text\":{\"body\":\"" + body
                + "\"}}";
    }

    HttpResponse<String> graph(String body) throws IOException, InterruptedException {
        HttpRequest request = request("POST", "/sandbox/graph/v25.0/" + NUMBER + "/messages", body)
                .header("Authorization", "Bearer " + SandboxNumber.TOKEN)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @return the id of what the customer writes */
    String write(String members) throws IOException, InterruptedException {
        return writeAs(phone, members);
    }

    String writeAs(String customer, String members) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(
                "POST",
                "/sandbox/api/customers/" + customer + "/messages",
                "{\"phoneNumberId\":\"" + NUMBER + "\"," + members + "}");
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer).path("wamid").asString();
    }

    void mischief(String members) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("PUT", "/sandbox/api/mischief", "{" + members + "}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(request(method, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(4))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
}
