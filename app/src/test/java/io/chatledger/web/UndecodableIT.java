package io.chatledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.CapturedLog;
import io.chatledger.app.rig.RawConnection;
import io.chatledger.app.rig.RunningApplication;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send. */
class UndecodableIT {

    @ParameterizedTest
    @CsvSource({
        "/webhooks/whatsapp?%,query",
        "/webhooks/whatsapp?hub.mode=%FF,hub.mode",
        "/webhooks/whatsapp?hub.mode=%00,hub.mode",
        "/login?lang=%ff,lang",
        "/login?lang=%G0,lang",
        "/api/v1/conversations?q=%C3,q",
        "/api/v1/conversations?q=%ED%A0%80,q",
        "/panel?q=a%00b,q",
        "/sandbox?x=%,x",
        "/actuator/health?%80,query",
        "/webjars/x?x=%2,x",
        "/nowhere?x=%E2%82,x"
    })
    void aQueryThatCannotBeDecodedIsRefusedWithItsName(String path, String field) {
        String answer = ask("GET " + path + " HTTP/1.1", "Connection: close");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"invalid-request\"", "\"field\":\"" + field + "\"");
    }

    @Test
    void whoRunsTheInstallationIsRefusedNonsenseToo() {
        RunningApplication.admin().get("/api/v1/admin/dead-letters?tenant=%00").refusedWith(400, "invalid-request");
    }

    @Test
    void moreThanAThousandParametersAreRefused() {
        String query = IntStream.range(0, 1100).mapToObj(n -> "a" + n + "=1").collect(Collectors.joining("&"));
        RunningApplication.stranger().get("/login?" + query).refusedWith(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/*", "multipart/form-data", "multipart/form-data; boundary=x", ";", "a/b/c", "/"})
    void aContentTypeThatIsNoneIsRefused(String type) {
        for (String path : new String[] {"/api/v1/auth/login", "/webhooks/nobody", "/panel", "/sandbox/api/none"}) {
            Answer answer = RunningApplication.stranger()
                    .with("Content-Type", type)
                    .send("POST", path, BodyPublishers.ofString("x"));
            assertThat(answer.status()).as(path + " " + answer.text()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/9.9",
                "GET /login HTTP/1.1\r\nTransfer-Encoding: gzip",
                "POST /api/v1/auth/login HTTP/1.1\r\nTransfer-Encoding: chunked, gzip",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: -1",
                "GET /login HTTP/1.1\r\nX: a\u0000b",
                "FOO /login HTTP/1.1",
                "FOO /webhooks/whatsapp HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /panel/%c3%28 HTTP/1.1",
                "GET /webhooks/%2e%2e/x HTTP/1.1",
                "GET login HTTP/1.1",
                "GET /a|b HTTP/1.1"
            })
    void whatIsNoHttpIsTheCallersFault(String head) {
        assertThat(ask(head + "\r\nConnection: close")).matches("(?s)HTTP/1.1 4\\d\\d .*|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "2\r\n{}nothing\r\n",
                "2;beside=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nafter: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n\r\n"
            })
    void aBodyWhosePartsDoNotFitTogetherIsRefused(String parts) {
        String[] head = {
            "POST /api/v1/auth/login HTTP/1.1",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close"
        };
        try (RawConnection connection = new RawConnection("127.0.0.1")) {
            assertThat(connection.send(head).write(parts.getBytes(US_ASCII)).answer())
                    .startsWith("HTTP/1.1 400")
                    .contains("not well-formed");
        }
    }

    @Test
    void aCompressedBodyIsRefusedAsSuch() {
        RunningApplication.stranger()
                .with("Content-Encoding", "gzip")
                .post("/api/v1/auth/login", new byte[] {31, -117, 8, 0})
                .refusedWith(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/register", "/sandbox", "/actuator/health", "/api/v1/nothing", "/%", "/webjars/x"})
    void whatABrowserShowsKeepsItsAddressToItself(String path) {
        assertThat(ask("GET " + path + " HTTP/1.1", "Connection: close"))
                .containsIgnoringCase("referrer-policy: same-origin")
                .containsIgnoringCase("x-content-type-options: nosniff");
    }

    @Test
    void whatCallersDoWrongFillsNoLog() {
        try (CapturedLog log = new CapturedLog()) {
            for (int n = 0; n < 20; n++) {
                ask("GET /webhooks/whatsapp?hub.mode=%FF HTTP/1.1", "Connection: close");
                ask("GET /login?lang=%ff HTTP/1.1", "Connection: close");
                RunningApplication.stranger()
                        .with("Content-Type", "multipart/form-data")
                        .send("POST", "/api/v1/auth/login", BodyPublishers.ofString("x"));
            }
            assertThat(log.bytes()).as(log.text()).isLessThan(20_000);
        }
    }

    private static String ask(String... head) {
        try (RawConnection connection = new RawConnection("127.0.0.1")) {
            return connection.send(head).answer();
        }
    }
}
