package io.chatledger.sandbox;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * Where this application answers. A configured address is used as it stands, unless it leaves the port open (none, or
 * 0): then it is the port that the web server got.
 */
public final class OwnAddress {

    private final String configured;
    private volatile int localPort;

    OwnAddress(String publicUrl) {
        this.configured = publicUrl;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        // The management server, where there is one, has a namespace.
        if (event.getApplicationContext().getServerNamespace() == null) {
            localPort = event.getWebServer().getPort();
        }
    }

    /** On this machine. */
    public URI local(String path) {
        return URI.create("http://127.0.0.1:" + localPort + path);
    }

    /** As it is told to others. */
    public URI resolve(String path) {
        boolean open = configured.isBlank() || URI.create(configured).getPort() == 0;
        return open ? local(path) : URI.create(configured.replaceAll("/+$", "") + path);
    }
}
