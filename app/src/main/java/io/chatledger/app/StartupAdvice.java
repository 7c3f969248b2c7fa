package io.chatledger.app;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Says in one line why the application does not start. */
final class StartupAdvice {

    private StartupAdvice() {}

    /** Before anything is started: a port in use needs no database to be noticed. */
    static void verifyPort(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port == 0) {
            return;
        }
        String address = environment.getProperty("server.address", "127.0.0.1");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException inUse) {
            throw new StartupFailure("port " + port + " is in use; choose another with --port.", inUse);
        } catch (IOException unusable) {
            throw new StartupFailure("the address " + address + ":" + port + " cannot be used.", unusable);
        }
    }

    static String of(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure known) {
                return known.getMessage() + "";
            }
            if (cause instanceof SQLException lost
                    && lost.getSQLState() != null
                    && (lost.getSQLState().startsWith("08")
                            || lost.getSQLState().startsWith("28"))) {
                return "the database cannot be reached: " + line(lost);
            }
            root = cause;
        }
        return line(root);
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(failure.toString()).strip();
    }
}
