package io.chatledger.eventstore.axonserver;

import java.time.Duration;

/**
 * Where Axon Server is.
 *
 * @param servers {@code host:port}, several separated by commas
 * @param context the one context that holds the events of all tenants
 * @param token where Axon Server asks for one; empty for none; a secret
 * @param tls whether to speak TLS, trusting whom the JVM trusts
 * @param timeout how long an answer may take before it counts as failed
 * @param component what this application is called there
 * @param node what this process is called there, another for each
 */
public record AxonServerSettings(
        String servers, String context, String token, boolean tls, Duration timeout, String component, String node) {

    /** Without the token. */
    @Override
    public String toString() {
        return servers + " (context " + context + ")";
    }
}
