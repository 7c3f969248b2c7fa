package io.chatledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.RawConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsIT {

    private static final int LIMIT = 256;
    private static final String HEALTH = "GET /actuator/health HTTP/1.1";

    private final List<RawConnection> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RawConnection::close);
    }

    @Test
    void anAddressHasOnlySoManyAndOthersAreNotAsked() {
        open("127.30.0.1", LIMIT);
        assertThat(connect("127.30.0.1").answer())
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: 5", "Connection: close", "\"code\":\"too-many-connections\"");
        assertThat(connect("127.30.0.2").send(HEALTH).statusLine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void oneThatIsClosedMakesRoomForAnother() {
        open("127.30.0.3", LIMIT);
        open.getFirst().close();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> connect("127.30.0.3").send(HEALTH).statusLine().startsWith("HTTP/1.1 200"));
    }

    @Test
    void aTrustedProxyMayHaveMore() {
        open("127.8.0.1", LIMIT + 1);
        assertThat(open.getLast().send(HEALTH).statusLine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void bodiesThatAProxyForwardsCountAsTheClients() {
        for (int n = 0; n < 24; n++) {
            connect("127.8.0.2").send(webhook("203.0.113.7")).spaces(2_900_000);
        }
        assertThat(open.stream().map(RawConnection::statusLine)).anyMatch(line -> line.startsWith("HTTP/1.1 429"));
        RawConnection other = connect("127.8.0.2").send(webhook("203.0.113.8"));
        other.spaces(3_000_000);
        assertThat(other.statusLine())
                .as("complete, and its signature is wrong")
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aQuestionThatComesInPiecesIsAnsweredAsAWhole() {
        RawConnection connection = connect("127.30.0.4");
        for (String piece : List.of("GET /act", "uator/hea", "lth HTTP/1.1\r\nHost: local", "host\r\n\r\n")) {
            connection.write(piece.getBytes(US_ASCII));
        }
        assertThat(connection.statusLine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void questionsThatComeTogetherAreAllAnswered() {
        String ask = HEALTH + "\r\nHost: localhost\r\n";
        RawConnection connection = connect("127.30.0.5");
        connection.write((ask + "\r\n" + ask + "\r\n" + ask + "Connection: close\r\n\r\n").getBytes(US_ASCII));
        assertThat(connection.answer().split("HTTP/1.1 200", -1)).hasSize(4);
    }

    private static String[] webhook(String client) {
        return new String[] {
            "POST /webhooks/whatsapp HTTP/1.1",
            "X-Hub-Signature-256: sha256=" + "a".repeat(64),
            "X-Forwarded-For: 10.0.0.1, " + client,
            "Content-Length: 3000000"
        };
    }

    private void open(String source, int count) {
        for (int n = 0; n < count; n++) {
            connect(source);
        }
    }

    private RawConnection connect(String source) {
        RawConnection connection = new RawConnection(source);
        open.add(connection);
        return connection;
    }
}
