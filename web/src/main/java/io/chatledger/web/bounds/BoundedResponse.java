package io.chatledger.web.bounds;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A response that waits for its caller only so long. */
final class BoundedResponse extends HttpServletResponseWrapper {

    private final AnswerPace pace;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    BoundedResponse(HttpServletResponse response, AnswerPace pace) {
        super(response);
        this.pace = pace;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Paced(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new PacedText(super.getWriter()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        pace.take(0, super::flushBuffer);
    }

    private final class Paced extends ServletOutputStream {

        private final ServletOutputStream network;

        Paced(ServletOutputStream network) {
            this.network = network;
        }

        @Override
        public void write(int one) throws IOException {
            pace.take(1, () -> network.write(one));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            pace.take(length, () -> network.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            pace.take(0, network::flush);
        }

        @Override
        public void close() throws IOException {
            pace.take(0, network::close);
        }

        @Override
        public boolean isReady() {
            return network.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            network.setWriteListener(listener);
        }
    }

    private final class PacedText extends Writer {

        private final PrintWriter network;

        PacedText(PrintWriter network) {
            this.network = network;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            pace.take(length, () -> network.write(text, offset, length));
        }

        @Override
        public void flush() throws IOException {
            pace.take(0, network::flush);
        }

        @Override
        public void close() throws IOException {
            pace.take(0, network::close);
        }
    }
}
