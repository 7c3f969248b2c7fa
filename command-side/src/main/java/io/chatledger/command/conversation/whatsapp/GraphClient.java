package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.SendResult;
import io.chatledger.command.conversation.SendResult.NotSent;
import io.chatledger.command.conversation.SendResult.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** One HTTP exchange with the Graph API. Tells apart what was certainly not sent from what may have been. */
class GraphClient {

    private static final int ANSWER_LIMIT = 64 * 1024;

    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);

    private final RestClient http;
    private final RestClient questions;
    private final String version;

    GraphClient(WhatsAppProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        Duration wait = properties.readTimeout();
        this.http = http(client, properties.baseUrl(), wait);
        this.questions =
                http(client, properties.baseUrl(), wait.compareTo(LONGEST_QUESTION) < 0 ? wait : LONGEST_QUESTION);
        this.version = properties.apiVersion();
    }

    private static RestClient http(HttpClient client, String baseUrl, Duration readTimeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(readTimeout);
        return RestClient.builder().requestFactory(requests).baseUrl(baseUrl).build();
    }

    /**
     * Asks for something; a person waits for the answer.
     *
     * @param path below the version, with variables in braces
     */
    GraphReply ask(String token, String path, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("version", version);
        try {
            GraphReply reply = questions
                    .get()
                    .uri("/{version}" + path, all)
                    .headers(headers -> headers.setBearerAuth(token))
                    .accept(MediaType.APPLICATION_JSON)
                    .exchange((request, response) -> GraphReply.of(
                            response.getStatusCode().value(), response.getBody().readNBytes(ANSWER_LIMIT)));
            return reply == null ? new GraphReply.NotUnderstood("no-answer", true) : reply;
        } catch (ResourceAccessException failure) {
            boolean late = notAnswered(failure).equals(new Unknown("answer-timeout"));
            return new GraphReply.NotUnderstood(late ? "answer-timeout" : "not-reached", !late);
        } catch (RestClientException | IllegalArgumentException failure) {
            return new GraphReply.NotUnderstood("answer-unreadable", false);
        }
    }

    SendResult send(String phoneNumberId, String token, byte[] body) {
        try {
            SendResult result = http.post()
                    .uri("/{version}/{number}/messages", version, phoneNumberId)
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange((request, response) -> answer(response).result());
            return result == null ? new Unknown("no-answer") : result;
        } catch (ResourceAccessException failure) {
            return notAnswered(failure);
        } catch (RestClientException | IllegalArgumentException failure) {
            // An answer nobody could read: the message may be on its way.
            return new Unknown("answer-unreadable");
        }
    }

    private static GraphAnswer answer(ClientHttpResponse response) throws IOException {
        return new GraphAnswer(
                response.getStatusCode().value(),
                response.getBody().readNBytes(ANSWER_LIMIT),
                response.getHeaders().getFirst("Retry-After"));
    }

    /** Only a connection that never stood proves that nothing was sent. */
    private static SendResult notAnswered(ResourceAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpConnectTimeoutException late -> {
                    return new NotSent("connect-timeout", true);
                }
                case ConnectException refused -> {
                    return new NotSent("connection-refused", true);
                }
                case UnknownHostException unknown -> {
                    return new NotSent("unknown-host", true);
                }
                case UnresolvedAddressException unknown -> {
                    return new NotSent("unknown-host", true);
                }
                case SSLHandshakeException untrusted -> {
                    return new NotSent("tls-handshake-failed", true);
                }
                case HttpTimeoutException late -> {
                    return new Unknown("answer-timeout");
                }
                default -> {
                    // The reason may lie deeper.
                }
            }
        }
        return new Unknown("connection-lost");
    }
}
