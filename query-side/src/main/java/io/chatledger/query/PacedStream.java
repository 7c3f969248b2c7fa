package io.chatledger.query;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Measures how long its reader keeps it waiting, and ends where that is longer than what has been read deserves. */
final class PacedStream extends ServletOutputStream {

    static final Duration GRACE = Duration.ofSeconds(30);
    static final int LEAST_BYTES_A_SECOND = 16 * 1024;

    private final ServletOutputStream out;
    private final LongSupplier nanos;
    private long waited;
    private long written;

    /** @param nanos a clock such as {@link System#nanoTime} */
    PacedStream(ServletOutputStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        long begin = nanos.getAsLong();
        out.write(bytes, offset, length);
        waited += nanos.getAsLong() - begin;
        written += length;
    }

    @Override
    public void flush() throws IOException {
        check();
        long begin = nanos.getAsLong();
        out.flush();
        waited += nanos.getAsLong() - begin;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }

    private void check() throws AsyncRequestNotUsableException {
        if (waited > GRACE.plusSeconds(written / LEAST_BYTES_A_SECOND).toNanos()) {
            throw new AsyncRequestNotUsableException("The reader is too slow.");
        }
    }
}
