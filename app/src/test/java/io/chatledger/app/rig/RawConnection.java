package io.chatledger.app.rig;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A connection to the application on which anything can be sent, from any address of this machine. */
public final class RawConnection implements AutoCloseable {

    private static final byte[] SPACES = new byte[1 << 16];

    static {
        Arrays.fill(SPACES, (byte) ' ');
    }

    private final Socket socket;

    /** @param source a loopback address */
    public RawConnection(String source) {
        try {
            socket = new Socket(
                    InetAddress.getByName("127.0.0.1"),
                    RunningApplication.stranger().base().getPort(),
                    InetAddress.getByName(source),
                    0);
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param head request line and headers, without the empty line */
    public RawConnection send(String... head) {
        return write((String.join("\r\n", head) + "\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1));
    }

    public RawConnection write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As many of them as the other end lets through. */
    public void spaces(int count) {
        try {
            for (int sent = 0; sent < count; sent += SPACES.length) {
                socket.getOutputStream().write(SPACES, 0, Math.min(SPACES.length, count - sent));
            }
        } catch (IOException refused) {
            // It has had enough; the answer says why.
        }
    }

    /** Empty where the connection ended without one. */
    public String statusLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            return "";
        }
    }

    /** Everything until the connection ends. */
    public String answer() {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
                    .lines()
                    .collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException broken) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is as it should be.
        }
    }
}
