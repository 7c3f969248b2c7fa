package io.chatledger.app.store;

import io.chatledger.eventstore.axonserver.AxonServerSettings;
import io.chatledger.kernel.problem.StartupFailure;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Axon Server is, for {@code chatledger.event-store=axon-server}.
 *
 * @param address {@code host:port}, several separated by commas
 * @param context the one context that holds the events of all tenants
 * @param token where Axon Server asks for one; a secret
 * @param tls whether to speak TLS, trusting whom the JVM trusts
 * @param timeout how long an answer may take before it counts as failed
 */
@ConfigurationProperties("chatledger.axon-server")
record AxonServerProperties(
        @DefaultValue("127.0.0.1:8124") String address,
        @DefaultValue("default") String context,
        @DefaultValue("") String token,
        @DefaultValue("false") boolean tls,
        @DefaultValue("10s") Duration timeout) {

    private static final Pattern ADDRESSES = Pattern.compile("[^:,\\s]+(:\\d{1,5})?(\\s*,\\s*[^:,\\s]+(:\\d{1,5})?)*");

    /**
     * @param node what this process is called there
     * @throws StartupFailure if the address is none
     */
    AxonServerSettings settings(String node) {
        if (!ADDRESSES.matcher(address.strip()).matches()) {
            throw new StartupFailure("CHATLEDGER_AXON_SERVER_ADDRESS has to be host:port, or several of them separated"
                    + " by commas; it is: " + address);
        }
        return new AxonServerSettings(address.strip(), context, token, tls, timeout, "chatledger", node);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return address + " (context " + context + ")";
    }
}
