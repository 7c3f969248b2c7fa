package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.web.RefusedBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who send just enough, again and again, not to be taken for silent. */
class ByteByByteTest {

    private static final Duration TIME = Duration.ofSeconds(1);
    private static final WebLimits.Limit LIMIT = new WebLimits.Limit(256, 4_096, TIME, TIME, Duration.ofSeconds(10));
    private static final int PACE_MILLIS = 100;
    private static final int BYTES_AT_MOST = 40;

    @TempDir
    private Path folder;

    @Test
    void aBodyOfPartsThatNeverBeginHasItsTime() throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1;";
        assertThat(trickle(head, 'x')).startsWith("HTTP/1.1 408");
    }

    @Test
    void aBodyOfTinyPartsHasItsTime() throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
        assertThat(trickle(head, ' ')).startsWith("HTTP/1.1 408");
    }

    @Test
    void aHeadHasItsTime() throws Exception {
        assertThat(trickle("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ", 'x'))
                .as("closed without a word")
                .isEmpty();
    }

    /** A byte each time nothing has come back for a moment, until something does. */
    private String trickle(String beginning, char more) throws Exception {
        try (BoundedServer server = new BoundedServer(LIMIT, new Reading(), folder);
                Socket socket = server.connect()) {
            socket.setSoTimeout(PACE_MILLIS);
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));
            for (int sent = 0; sent < BYTES_AT_MOST; sent++) {
                try {
                    return new String(socket.getInputStream().readNBytes(12), US_ASCII);
                } catch (SocketTimeoutException nothing) {
                    socket.getOutputStream().write(more);
                }
            }
            return "still open";
        } catch (SocketException closed) {
            return "";
        }
    }

    private static final class Reading extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                ((WholeBody) request.getAttribute(WholeBody.ATTRIBUTE)).arrive();
            } catch (RefusedBody refused) {
                response.setStatus(refused.status().value());
            }
        }
    }
}
