package io.chatledger.web.bounds;

import io.chatledger.web.RefusedBody;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request. It is taken in as a whole, within bounds of size, time and room, before anybody sees a byte
 * of it; so whoever works on a request never waits for its caller, and nothing is held for one who dawdles but this.
 */
final class WholeBody implements InputBuffer, AutoCloseable {

    /** Request attribute. */
    static final String ATTRIBUTE = WholeBody.class.getName();

    private static final int STEP = 64 * 1024;
    private static final Duration IF_SCARCE = Duration.ofSeconds(2);
    private static final long WORK_SECONDS = 5;

    private final Request request;
    private final InputBuffer network;
    private final Spool spool;
    private final WebLimits.Limit limit;
    private BodyBounds bounds;
    private String caller;
    private int reserved;
    private int working;
    private boolean arrived;
    private boolean complete;
    private @Nullable RefusedBody refusal;

    /** @param caller who is counted with what is in the making */
    WholeBody(Request request, WebLimits.Limit limit, BodyBounds bounds, String caller, Path folder) {
        this.request = request;
        this.network = request.getInputBuffer();
        this.limit = limit;
        this.bounds = bounds;
        this.caller = caller;
        this.spool = new Spool(folder);
    }

    /** From now on it counts as theirs; without effect once it is there. */
    void belongsTo(BodyBounds other, String who) {
        if (!arrived) {
            bounds = other;
            caller = who;
        }
    }

    int largest() {
        return bounds.largest();
    }

    /** Whether the network has nothing more of it. */
    boolean isComplete() {
        return complete;
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** Takes it in, the first time. */
    void arrive() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (arrived) {
            return;
        }
        arrived = true;
        try {
            takeIn();
        } catch (RefusedBody refused) {
            refusal = refused;
            throw refused;
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        arrive();
        ByteBuffer part = spool.read();
        handler.setByteBuffer(part);
        return part.hasRemaining() ? part.remaining() : -1;
    }

    @Override
    public int available() {
        return 0;
    }

    /** Gives back all that was taken for it. */
    @Override
    public void close() {
        bounds.arriving().give(caller, reserved);
        reserved = 0;
        bounds.atWork().release(working);
        working = 0;
        spool.close();
        request.setInputBuffer(network);
    }

    private void takeIn() throws IOException {
        if (request.getContentLengthLong() > bounds.largest()) {
            throw RefusedBody.tooLarge(bounds.largest());
        }
        request.action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
        long end = System.nanoTime() + limit.bodyTime().toNanos() | 1;
        end(end);
        try {
            for (ByteBuffer part = next(end); part != null; part = next(end)) {
                if (spool.length() + part.remaining() > bounds.largest()) {
                    throw RefusedBody.tooLarge(bounds.largest());
                }
                reserve(spool.length() + part.remaining());
                spool.write(part);
            }
        } finally {
            end(0);
        }
        complete = true;
        awaitRoom();
    }

    private static void end(long nanos) {
        ServedConnection connection = ServedConnection.current();
        if (connection != null) {
            connection.bodyEnds(nanos);
        }
    }

    private @Nullable ByteBuffer next(long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw RefusedBody.tooSlow();
        }
        ServedConnection connection = ServedConnection.current();
        if (connection != null) {
            Duration pause = bounds.arriving().isScarce() ? IF_SCARCE : limit.bodyPause();
            connection.readTimeout(Math.min(TimeUnit.NANOSECONDS.toMillis(left), pause.toMillis()));
        }
        NetworkPart part = new NetworkPart();
        try {
            return network.doRead(part) < 0 ? null : part.getByteBuffer();
        } catch (SocketTimeoutException silent) {
            throw RefusedBody.tooSlow();
        } catch (IOException broken) {
            if (System.nanoTime() - end > 0) {
                throw RefusedBody.tooSlow(); // its end was made here
            }
            throw broken instanceof BadRequestException ? RefusedBody.malformed() : new ClientAbortException(broken);
        }
    }

    private void reserve(int length) throws RefusedBody {
        while (length > Spool.IN_MEMORY + reserved) {
            bounds.arriving().take(caller, STEP);
            reserved += STEP;
        }
    }

    /** Large bodies are worked on a few at a time, as they come into memory for that. */
    private void awaitRoom() throws RefusedBody {
        if (spool.length() <= Spool.IN_MEMORY) {
            return;
        }
        try {
            if (!bounds.atWork().tryAcquire(spool.length(), WORK_SECONDS, TimeUnit.SECONDS)) {
                throw RefusedBody.noRoom();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw RefusedBody.noRoom();
        }
        working = spool.length();
    }
}
