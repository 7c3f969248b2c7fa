package io.chatledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveStreamIT {

    private final Business business = Business.register();

    @Test
    @Timeout(60)
    void pagesThatWereDroppedKeepNoNewOneFromHearingOfAMessage() throws Exception {
        Number number = business.connect();
        for (int page = 0; page < 210; page++) {
            try (Socket dropped = listen(business.owner())) {
                assertThat(reader(dropped).readLine()).isEqualTo("HTTP/1.1 200 ");
            }
        }

        try (Socket page = listen(business.owner())) {
            BufferedReader stream = reader(page);
            untilLine(stream, ":listening");
            CompletableFuture<Void> heard = CompletableFuture.runAsync(() -> untilLine(stream, "event:conversations"));
            Webhook.deliver(Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "Hola"))));
            assertThat(heard.thenApply(done -> true).get(15, SECONDS)).isTrue();
        }
    }

    private static Socket listen(Client client) throws IOException {
        URI base = client.base();
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /panel/stream HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: "
                                + client.headers().get("Authorization") + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    private static void untilLine(BufferedReader stream, String wanted) {
        try {
            String line = stream.readLine();
            while (line != null && !line.equals(wanted)) {
                line = stream.readLine();
            }
            assertThat(line).isEqualTo(wanted);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
