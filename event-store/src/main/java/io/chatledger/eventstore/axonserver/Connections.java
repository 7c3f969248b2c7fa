package io.chatledger.app.store.axonserver;

import io.chatledger.app.postgres.StartupFailure;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** Opens the connection to Axon Server. Commands and queries stay in this process: only events go over it. */
final class Connections {

    private static final long PAUSE_MILLIS = 250;

    private Connections() {}

    static AxonServerConfiguration configuration(AxonServerProperties properties, String node) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(properties.servers());
        configuration.setContext(properties.context());
        configuration.setComponentName("chatledger");
        configuration.setClientId(node);
        configuration.setSslEnabled(properties.tls());
        if (!properties.token().isBlank()) {
            configuration.setToken(properties.token());
        }
        configuration.setCommitTimeout(Math.toIntExact(properties.timeout().toMillis()));
        configuration.setConnectTimeout(properties.timeout().toMillis());
        // A stream that leaves out what nobody handles would leave its reader at an old position.
        configuration.setEventBlockListingEnabled(false);
        return configuration;
    }

    /**
     * Returns once Axon Server answers.
     *
     * @throws StartupFailure if it does not
     */
    static AxonServerConnectionManager open(AxonServerConfiguration configuration, AxonServerProperties properties) {
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        try {
            awaitAnswer(connections, properties);
            Contexts.verify(connections, properties);
            return connections;
        } catch (RuntimeException failure) {
            connections.shutdown();
            throw failure;
        }
    }

    private static void awaitAnswer(AxonServerConnectionManager connections, AxonServerProperties properties) {
        Duration patience = properties.timeout();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                connections
                        .getConnection()
                        .eventChannel()
                        .getLastToken()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                return;
            } catch (CompletionException failure) {
                if (System.nanoTime() > end) {
                    throw new StartupFailure(advice(properties, failure), failure);
                }
                pause();
            }
        }
    }

    private static String advice(AxonServerProperties properties, Throwable failure) {
        return "Axon Server cannot be reached at " + properties
                + ": is it running, does the context exist, is the token right? (" + Failures.reason(failure) + ")";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("interrupted while waiting for Axon Server", interrupted);
        }
    }
}
