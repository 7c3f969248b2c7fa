package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Those who watch over the process sign in nowhere, open a connection for each question, and must not wait long. */
final class HealthQuestion {

    private static final byte[] BEGINNING = "GET /actuator/health".getBytes(US_ASCII);
    private static final String AFTERWARDS = " /?";

    private HealthQuestion() {}

    /** Whether that is what has come first; all of it is still there to be read afterwards. */
    static boolean isAsked(SocketWrapperBase<?> socket) {
        ByteBuffer begun = ByteBuffer.allocate(BEGINNING.length + 1);
        try {
            if (socket.read(false, begun) <= 0) {
                return false;
            }
        } catch (IOException gone) {
            return false; // as whoever reads next will find out
        }
        begun.flip();
        boolean asked = isAskedBy(begun.slice());
        socket.unRead(begun);
        return asked;
    }

    /** @param begun the first bytes of a request */
    static boolean isAskedBy(ByteBuffer begun) {
        return begun.remaining() > BEGINNING.length
                && begun.slice(0, BEGINNING.length).equals(ByteBuffer.wrap(BEGINNING))
                && AFTERWARDS.indexOf(begun.get(BEGINNING.length)) >= 0;
    }
}
