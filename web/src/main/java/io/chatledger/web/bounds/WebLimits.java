package io.chatledger.web.bounds;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers may hold of the process.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code Forwarded} and {@code X-Forwarded-For} are believed
 * @param limit counts and times
 */
@ConfigurationProperties("chatledger")
record WebLimits(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Limit limit) {

    /**
     * Bounds of connections and of the time that they may take.
     *
     * @param connections open ones of one address, 0 for no bound; an IPv6 address counts with its /64
     * @param allConnections open ones of all addresses
     * @param headerTime for a request's line and headers, from their first byte
     * @param bodyTime for a whole body
     * @param bodyPause between two parts of a body
     */
    record Limit(
            @DefaultValue("256") int connections,
            @DefaultValue("4096") int allConnections,
            @DefaultValue("15s") Duration headerTime,
            @DefaultValue("30s") Duration bodyTime,
            @DefaultValue("10s") Duration bodyPause) {}
}
