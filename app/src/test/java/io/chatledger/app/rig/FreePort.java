package io.chatledger.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of this machine that nobody listened at a moment ago. It is none of those that the system gives to outgoing
 * connections, of which one could take it before it is listened at.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int OUTGOING = 32_768;

    private FreePort() {}

    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, OUTGOING);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another, then.
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
