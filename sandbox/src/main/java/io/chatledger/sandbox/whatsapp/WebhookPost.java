package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OwnAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One webhook over HTTP, tried again with back-off until it is answered 200, for about two minutes. */
final class WebhookPost {

    private static final Logger log = LoggerFactory.getLogger(WebhookPost.class);
    private static final int ATTEMPTS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final OwnAddress address;
    private final WebhookSignature signature;
    private final RestClient http;

    WebhookPost(OwnAddress address, WebhookSignature signature) {
        this.address = address;
        this.signature = signature;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @return whether the application took it */
    boolean deliver(byte[] body) throws InterruptedException {
        Duration wait = Duration.ofMillis(250);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int status = post(body);
            if (status == 200) {
                return true;
            }
            log.warn("Sandbox webhook was answered {}, attempt {} of {}", status, attempt, ATTEMPTS);
            if (attempt < ATTEMPTS) {
                Thread.sleep(wait);
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
        return false;
    }

    /** @return the status, 0 where there was no answer */
    private int post(byte[] body) {
        try {
            return http.post()
                    .uri(address.resolve("/webhooks/whatsapp"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(WebhookSignature.HEADER, signature.of(body))
                    .body(body)
                    .exchange((request, answer) -> answer.getStatusCode().value());
        } catch (ResourceAccessException unreachable) {
            return 0;
        }
    }
}
