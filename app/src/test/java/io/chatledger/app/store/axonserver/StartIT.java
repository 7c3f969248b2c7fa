package io.chatledger.app.store.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.app.postgres.StartupFailure;
import io.chatledger.app.store.Language;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StartIT {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final StandIn server = new StandIn();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void oneLineNamesTheAddressThatNobodyListensAt() {
        server.goAway();
        assertThatThrownBy(
                        () -> new AxonServerNode(AxonServerNode.properties(server.address(), SHORT), Language.today()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("Axon Server cannot be reached at " + server.address() + " (context default)")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForEver() {
        server.fallSilent(true);
        assertThatThrownBy(
                        () -> new AxonServerNode(AxonServerNode.properties(server.address(), SHORT), Language.today()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("no answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:", "host:port", "http://host:8124", "one:8124,,two:8124"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> AxonServerNode.at(address))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("CHATLEDGER_AXON_SERVER_ADDRESS")
                .hasMessageEndingWith(address);
    }

    @Test
    void tokenAndContextGoWithEveryCall() {
        AxonServerProperties properties =
                new AxonServerProperties(server.address(), "shops", "a-secret", false, Duration.ofSeconds(10));
        try (AxonServerNode node = new AxonServerNode(properties, Language.today())) {
            assertThat(node.head()).isZero();
        }
        assertThat(server.received("AxonIQ-Access-Token")).containsExactly("a-secret");
        assertThat(server.received("AxonIQ-Context")).containsExactly("shops");
        assertThat(properties.toString()).doesNotContain("a-secret");
    }
}
