package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long answers, such as exports, of which their callers read the beginning and then nothing more. */
class HalfReadAnswersTest {

    private static final WebLimits.Limit LIMIT =
            new WebLimits.Limit(256, 4_096, Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(10));
    private static final int CALLERS = 24;
    private static final int PART = 64 * 1024;
    private static final int PARTS = 256;

    private final CountDownLatch given = new CountDownLatch(CALLERS);

    @TempDir
    private Path folder;

    @Test
    void allEndByThemselvesAndWhoeverReadsGetsTheWhole() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (BoundedServer server = new BoundedServer(LIMIT, new Export(), folder)) {
            for (int n = 0; n < CALLERS; n++) {
                Socket caller = ask(server);
                callers.add(caller);
                assertThat(caller.getInputStream().readNBytes(2_000)).hasSize(2_000);
            }
            try (Socket reader = ask(server)) {
                assertThat(reader.getInputStream().readAllBytes()).hasSizeGreaterThan(PART * PARTS);
            }
            assertThat(given.await(10, TimeUnit.SECONDS))
                    .as("%d go on", given.getCount())
                    .isTrue();
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    private static Socket ask(BoundedServer server) throws IOException {
        Socket socket = server.connect();
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
        return socket;
    }

    private final class Export extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            AnswerPace pace = new AnswerPace(Duration.ofSeconds(1));
            try (OutputStream out = new BoundedResponse(response, pace).getOutputStream()) {
                for (int n = 0; n < PARTS; n++) {
                    out.write(new byte[PART]);
                }
            } catch (IOException broken) {
                given.countDown();
            }
        }
    }
}
