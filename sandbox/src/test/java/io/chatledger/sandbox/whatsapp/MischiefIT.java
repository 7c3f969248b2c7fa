package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.sandbox.whatsapp.ReceivingWebhooks.Arrived;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What goes wrong on purpose does go wrong. */
@SandboxTest
class MischiefIT {

    private final ReceivingWebhooks webhooks;
    private final SandboxCalls calls;

    MischiefIT(@Autowired ReceivingWebhooks webhooks, @LocalServerPort int port) {
        this.webhooks = webhooks;
        this.calls = new SandboxCalls(port);
    }

    @BeforeEach
    @AfterEach
    void behave() throws Exception {
        calls.mischief("");
    }

    @Test
    void deliversTwiceWhenAsked() throws Exception {
        calls.mischief("\"twice\":true,\"parallel\":true");

        calls.write("\"type\":\"text\",\"text\":\"twice\"");

        assertThat(webhooks.next(calls.phone()).body())
                .isEqualTo(webhooks.next(calls.phone()).body());
    }

    @Test
    void reversesStatusesWhenAsked() throws Exception {
        calls.mischief("\"statusesReversed\":true");

        calls.graph(calls.text("hola"));

        assertThat(webhooks.next(calls.phone(), 3))
                .extracting(Arrived::status)
                .containsExactly("read", "delivered", "sent");
    }

    @Test
    void reportsStatusesBeforeItAnswersWhenAsked() throws Exception {
        calls.mischief("\"statusesFirst\":true");

        calls.graph(calls.text("hola"));

        assertThat(webhooks.waiting(calls.phone())).isEqualTo(2);
    }

    @Test
    void losesTheAnswerButNotTheMessageWhenAsked() throws Exception {
        calls.mischief("\"dropResponse\":true");

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> calls.graph(calls.text("hola")));

        assertThat(webhooks.next(calls.phone(), 2)).extracting(Arrived::status).containsExactly("sent", "delivered");
    }

    @Test
    void holdsWebhooksBackUntilItBehavesAgain() throws Exception {
        calls.mischief("\"delaySeconds\":60");
        calls.write("\"type\":\"text\",\"text\":\"late\"");
        assertThat(webhooks.waiting(calls.phone())).isZero();

        calls.mischief("");

        assertThat(new String(webhooks.next(calls.phone()).body(), StandardCharsets.UTF_8))
                .contains("late");
    }

    @Test
    void answersWithTheErrorAskedFor() throws Exception {
        calls.mischief("\"errorCode\":131056");

        HttpResponse<String> answer = calls.graph(calls.text("hola"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SandboxCalls.json(answer).at("/error/code").asInt()).isEqualTo(131056);
        assertThat(SandboxCalls.json(answer)
                        .at("/error/error_data/messaging_product")
                        .asString())
                .isEqualTo("whatsapp");
    }

    @Test
    void failsByStatusWhenAsked() throws Exception {
        calls.mischief("\"errorCode\":131026,\"errorByStatus\":true");

        assertThat(calls.graph(calls.text("hola")).statusCode()).isEqualTo(200);

        JsonNode status = webhooks.next(calls.phone()).value().at("/statuses/0");
        assertThat(status.path("status").asString()).isEqualTo("failed");
        assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131026);
    }
}
