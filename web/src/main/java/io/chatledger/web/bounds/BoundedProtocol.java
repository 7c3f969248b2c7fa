package io.chatledger.web.bounds;

import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over bounded connections. Public with a public constructor, as Tomcat makes it by its name. */
public final class BoundedProtocol extends Http11NioProtocol {

    /** More than are served, as those that are being refused are open too. */
    private static final int BEING_REFUSED = 1024;

    /**
     * Bytes. What stands beside the parts of a body is of no use to anybody here, and comes a byte at a time while nobody
     * looks at the clock.
     */
    private static final int BESIDE_CHUNKS = 64;

    /**
     * Bytes that the kernel takes in of a connection before anybody has read them: by itself it takes megabytes, for nothing
     * where a body is refused.
     */
    private static final int UNREAD = 128 * 1024;

    private final BoundedEndpoint endpoint;

    /** Without bounds until {@link #limit} is called. */
    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void limit(OpenConnections connections, int inAll, Duration headerTime) {
        endpoint.limit(connections, headerTime);
        endpoint.getSocketProperties().setRxBufSize(UNREAD);
        setMaxConnections(inAll + BEING_REFUSED);
        // Who asks before sending is told before sending.
        setContinueResponseTiming("onRead");
        setMaxExtensionSize(BESIDE_CHUNKS);
        setMaxTrailerSize(BESIDE_CHUNKS);
    }
}
