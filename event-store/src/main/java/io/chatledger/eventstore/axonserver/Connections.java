package io.chatledger.eventstore.axonserver;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** Opens the connection to Axon Server. Commands and queries stay in this process: only events go over it. */
final class Connections {

    private static final long PAUSE_MILLIS = 250;

    private Connections() {}

    static AxonServerConfiguration configuration(AxonServerSettings settings) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(settings.servers());
        configuration.setContext(settings.context());
        configuration.setComponentName(settings.component());
        configuration.setClientId(settings.node());
        configuration.setSslEnabled(settings.tls());
        if (!settings.token().isBlank()) {
            configuration.setToken(settings.token());
        }
        configuration.setCommitTimeout(Math.toIntExact(settings.timeout().toMillis()));
        configuration.setConnectTimeout(settings.timeout().toMillis());
        // A stream that leaves out what nobody handles would leave its reader at an old position.
        configuration.setEventBlockListingEnabled(false);
        return configuration;
    }

    /**
     * Returns once Axon Server answers.
     *
     * @throws NoAxonServerException if it does not
     */
    static AxonServerConnectionManager open(AxonServerConfiguration configuration, AxonServerSettings settings) {
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        try {
            awaitAnswer(connections, settings);
            Contexts.verify(connections, settings);
            return connections;
        } catch (RuntimeException failure) {
            connections.shutdown();
            throw failure;
        }
    }

    private static void awaitAnswer(AxonServerConnectionManager connections, AxonServerSettings settings) {
        Duration patience = settings.timeout();
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
                    throw new NoAxonServerException(advice(settings, failure), failure);
                }
                pause();
            }
        }
    }

    private static String advice(AxonServerSettings settings, Throwable failure) {
        return "Axon Server cannot be reached at " + settings
                + ": is it running, does the context exist, is the token right? (" + Failures.reason(failure) + ")";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAxonServerException("interrupted while waiting for Axon Server", interrupted);
        }
    }
}
