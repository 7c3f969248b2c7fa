package io.chatledger.app.store.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.app.postgres.StartupFailure;
import io.chatledger.app.store.Language;
import java.time.Duration;
import java.util.List;
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
        try (StandIn shops = new StandIn(List.of("default", "shops"))) {
            AxonServerProperties properties = shops(shops);
            try (AxonServerNode node = new AxonServerNode(properties, Language.today())) {
                assertThat(node.head()).isZero();
            }
            assertThat(shops.received("AxonIQ-Access-Token")).containsExactly("a-secret");
            // Which contexts there are is asked outside of any.
            assertThat(shops.received("AxonIQ-Context")).containsExactlyInAnyOrder("shops", "");
            assertThat(properties.toString()).doesNotContain("a-secret");
        }
    }

    @Test
    void aContextThatDoesNotExistIsRefused() {
        try (StandIn others = new StandIn(List.of("default", "others"))) {
            assertThatThrownBy(() -> new AxonServerNode(shops(others), Language.today()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("has no context shops")
                    .hasMessageContaining("CHATLEDGER_AXON_SERVER_CONTEXT");
        }
    }

    @Test
    void anotherContextThanTheOnlyOneIsRefused() {
        assertThatThrownBy(() -> new AxonServerNode(shops(server), Language.today()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("has no context shops")
                .message()
                .doesNotContain("\n");
    }

    private static AxonServerProperties shops(StandIn server) {
        return new AxonServerProperties(server.address(), "shops", "a-secret", false, Duration.ofSeconds(10));
    }
}
