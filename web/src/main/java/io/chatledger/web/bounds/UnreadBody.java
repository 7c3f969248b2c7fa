package io.chatledger.web.bounds;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/**
 * What is left of a body when it has been answered: a little of it is read, so that the answer is not lost with the
 * connection; else the connection is closed. Tomcat would wait for the rest as long as it comes.
 */
final class UnreadBody {

    private static final int LITTLE = 256 * 1024;
    private static final int NEARLY_ALLOWED = 4 * 1024 * 1024;
    private static final long TIME_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int AT_ONCE = 16;
    private static final long PAUSE_MILLIS = 500;

    private final Semaphore places = new Semaphore(AT_ONCE);

    void settle(Request request, Response response, WholeBody body) throws IOException {
        body.close(); // from here on it is the network's own again
        if (isRead(request)) {
            return;
        }
        response.finishResponse();
        boolean done = false;
        if (places.tryAcquire()) {
            try {
                done = swallow(request, response.getStatus() == 413 ? NEARLY_ALLOWED : LITTLE);
            } catch (IOException gone) {
                done = false;
            } finally {
                places.release();
            }
        }
        if (!done) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static boolean swallow(Request request, int most) throws IOException {
        long end = System.nanoTime() + TIME_NANOS;
        NetworkPart bin = new NetworkPart();
        ServedConnection connection = ServedConnection.current();
        for (int swallowed = 0; swallowed < most && System.nanoTime() < end; ) {
            if (connection != null) {
                connection.readTimeout(PAUSE_MILLIS);
            }
            int count = request.getCoyoteRequest().getInputBuffer().doRead(bin);
            if (count < 0) {
                return true;
            }
            swallowed += count;
        }
        return false;
    }
}
