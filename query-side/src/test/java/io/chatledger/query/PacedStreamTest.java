package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

class PacedStreamTest {

    private static final byte[] PORTION = new byte[8 * 1024];

    private long now;
    private long taken;

    @Test
    void aReaderWhoTakesAFewBytesNowAndThenIsGivenUp() {
        PacedStream stream = readBy(bytes -> 10_000);

        assertThatExceptionOfType(AsyncRequestNotUsableException.class).isThrownBy(() -> write(stream, 100_000));
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(80));
    }

    @Test
    void aSlowNetworkIsNoReasonToGiveUp() throws IOException {
        PacedStream stream = readBy(bytes -> bytes / 32);

        write(stream, 3_000);

        assertThat(taken).isEqualTo(3_000L * PORTION.length);
    }

    @Test
    void theTimeThatWeTakeOurselvesDoesNotCount() throws IOException {
        PacedStream stream = readBy(bytes -> 0);

        for (int portion = 0; portion < 100; portion++) {
            now += Duration.ofSeconds(10).toNanos();
            write(stream, 1);
        }

        assertThat(taken).isEqualTo(100L * PORTION.length);
    }

    private static void write(PacedStream stream, int portions) throws IOException {
        for (int portion = 0; portion < portions; portion++) {
            stream.write(PORTION);
        }
    }

    /** @param millis how long the reader takes for so many bytes */
    private PacedStream readBy(IntUnaryOperator millis) {
        return new PacedStream(
                new ServletOutputStream() {
                    @Override
                    public void write(int one) {
                        throw new AssertionError("written in portions");
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        now += Duration.ofMillis(millis.applyAsInt(length)).toNanos();
                        taken += length;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setWriteListener(WriteListener listener) {
                        throw new AssertionError("written by blocking");
                    }
                },
                () -> now);
    }
}
