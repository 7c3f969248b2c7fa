package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.ThreadLocalRandom;

/** The port of the embedded server: the one of last time if it is free. */
final class ServerPort {

    /** Below the range from which the kernel takes ports for outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private ServerPort() {}

    static int choose(DataFolder folder) {
        try {
            int port = lastTime(folder);
            for (int attempt = 0; port == 0 || !isFree(port); attempt++) {
                if (attempt == 100) {
                    throw new StartupFailure("No port is free for PostgreSQL between " + LOWEST + " and " + HIGHEST);
                }
                port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            }
            Files.writeString(folder.port(), Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw DataFolder.unwritable(folder.root(), e);
        }
    }

    private static int lastTime(DataFolder folder) throws IOException {
        String text =
                Files.exists(folder.port()) ? Files.readString(folder.port()).strip() : "";
        return text.matches("[1-9]\\d{3,4}") && Integer.parseInt(text) < 65_536 ? Integer.parseInt(text) : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
