package io.chatledger.app.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Those who watch over the process sign in nowhere, open a connection for each question, and must not wait long. */
final class HealthQuestion {

    private static final byte[] BEGINNING = "GET /actuator/health".getBytes(US_ASCII);

    private HealthQuestion() {}

    /** Whether that is what has come first; all of it is still there to be read afterwards. */
    static boolean isAsked(SocketWrapperBase<?> socket) {
        ByteBuffer begun = ByteBuffer.allocate(BEGINNING.length);
        try {
            if (socket.read(false, begun) <= 0) {
                return false;
            }
        } catch (IOException gone) {
            return false; // as whoever reads next will find out
        }
        begun.flip();
        boolean asked = begun.equals(ByteBuffer.wrap(BEGINNING));
        socket.unRead(begun);
        return asked;
    }
}
