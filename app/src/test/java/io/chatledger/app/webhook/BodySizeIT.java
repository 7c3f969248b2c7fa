package io.chatledger.app.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Webhook;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodySizeIT {

    private static final int LIMIT = 3 * 1024 * 1024;

    @Test
    void takesABodyOfThreeMegabytes() {
        Webhook.post(spaces(LIMIT)).expecting(200);
    }

    @Test
    void refusesOneByteMore() {
        Webhook.post(spaces(LIMIT + 1)).refusedWith(413, "body-too-large");
    }

    @Test
    void refusesOneByteMoreWithoutAContentLength() {
        byte[] body = spaces(LIMIT + 1);
        Answer answer = Webhook.signed(Webhook.signature(body))
                .send("POST", Webhook.PATH, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        answer.refusedWith(413, "body-too-large");
    }

    @Test
    void refusesAnAnnouncedGigabyteWithoutWaitingForIt() throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", RunningApplication.stranger().base().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(("POST " + Webhook.PATH
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n")
                            .getBytes(US_ASCII));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            assertThat(status).startsWith("HTTP/1.1 413");
        }
    }

    private static byte[] spaces(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
