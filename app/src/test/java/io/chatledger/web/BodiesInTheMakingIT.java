package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.RawConnection;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is announced, begun and never ended. */
class BodiesInTheMakingIT {

    private static final String SIGNATURE = "X-Hub-Signature-256: sha256=" + "a".repeat(64);
    private static final String[] WEBHOOK = {"POST /webhooks/whatsapp HTTP/1.1", SIGNATURE, "Content-Length: 3000000"};

    private final List<RawConnection> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RawConnection::close);
    }

    @Test
    void fourHundredAndFiftyUnfinishedWebhooksTakeNothingFromOthers() throws Exception {
        Business business = Business.register();
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int n = 0; n < 450; n++) {
                RawConnection connection = connect("127.20." + n / 15 + ".1");
                answers.add(strangers.submit(() -> {
                    connection.send(WEBHOOK).spaces(2_900_000);
                    return connection.statusLine();
                }));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> answers.stream().anyMatch(Future::isDone));
            assertThat(Stream.of("/actuator/health", "/login")
                            .map(path -> RunningApplication.stranger().get(path).status()))
                    .containsOnly(200);
            business.owner().get("/api/v1/conversations").expecting(200);
            Webhook.post(new byte[] {'{', '}'}).expecting(200);
            List<String> lines = new ArrayList<>();
            for (Future<String> answer : answers) {
                lines.add(answer.get(20, TimeUnit.SECONDS));
            }
            assertThat(lines)
                    .as("refused at once, or when nothing came any more")
                    .allMatch(line -> line.matches("HTTP/1.1 (408|429|503) ") || line.isEmpty())
                    .anyMatch(line -> line.matches("HTTP/1.1 (429|503) "));
        }
    }

    @Test
    void anUnsignedWebhookIsRefusedBeforeItsBody() {
        assertThat(connect("127.22.0.1")
                        .send("POST /webhooks/whatsapp HTTP/1.1", "Content-Length: 3000000")
                        .statusLine())
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aLoginOfAMegabyteIsRefusedBeforeItsBody() {
        assertThat(connect("127.22.0.2")
                        .send(
                                "POST /api/v1/auth/login HTTP/1.1",
                                "Content-Type: application/json",
                                "Content-Length: 1000000")
                        .statusLine())
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aLoginThatNeverEndsIsRefusedWhereItBecomesTooLong() {
        RawConnection connection = connect("127.22.0.3")
                .send(
                        "POST /api/v1/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked");
        connection.write(new byte[] {'2', '0', '0', '0', '0', '\r', '\n'}).spaces(0x20000);
        assertThat(connection.statusLine()).startsWith("HTTP/1.1 413");
    }

    @Test
    void whoAsksBeforeSendingIsToldBeforeSending() {
        assertThat(connect("127.22.0.4")
                        .send(
                                "POST /api/v1/auth/login HTTP/1.1",
                                "Content-Type: application/json",
                                "Content-Length: 1000000",
                                "Expect: 100-continue")
                        .statusLine())
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void thoseWhoHaveSignedInMaySendMore() {
        Business business = Business.register();
        String long500 = "a".repeat(500_000);
        business.owner().post("/api/v1/channels", Map.of("name", long500)).refusedWith(400, "invalid-request");
    }

    @Test
    void oneAddressHasOnlyItsShareOfTheRoomAndIsToldWhenToComeBack() {
        List<String> answers = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            connect("127.23.0.1").send(WEBHOOK).spaces(2_900_000);
        }
        open.forEach(one -> answers.add(one.answer()));
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 429")
                        .containsIgnoringCase("Retry-After: 5")
                        .containsIgnoringCase("Connection: close")
                        .contains("too-many-bodies"));
    }

    private RawConnection connect(String source) {
        RawConnection connection = new RawConnection(source);
        open.add(connection);
        return connection;
    }
}
