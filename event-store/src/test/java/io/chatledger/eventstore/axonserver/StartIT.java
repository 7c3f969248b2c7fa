package io.chatledger.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.Language;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
        assertThatThrownBy(() -> new AxonServerNode(AxonServerNode.settings(server.address(), SHORT), Language.today()))
                .isInstanceOf(NoAxonServerException.class)
                .hasMessageStartingWith("Axon Server cannot be reached at " + server.address() + " (context default)")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForEver() {
        server.fallSilent(true);
        assertThatThrownBy(() -> new AxonServerNode(AxonServerNode.settings(server.address(), SHORT), Language.today()))
                .isInstanceOf(NoAxonServerException.class)
                .hasMessageContaining("no answer in time");
    }

    @Test
    void tokenAndContextGoWithEveryCall() {
        try (StandIn shops = new StandIn(List.of("default", "shops"))) {
            AxonServerSettings settings = shops(shops);
            try (AxonServerNode node = new AxonServerNode(settings, Language.today())) {
                assertThat(node.head()).isZero();
            }
            assertThat(shops.received("AxonIQ-Access-Token")).containsExactly("a-secret");
            // Which contexts there are is asked outside of any.
            assertThat(shops.received("AxonIQ-Context")).containsExactlyInAnyOrder("shops", "");
            assertThat(settings.toString()).doesNotContain("a-secret");
        }
    }

    @Test
    void aContextThatDoesNotExistIsRefused() {
        try (StandIn others = new StandIn(List.of("default", "others"))) {
            assertThatThrownBy(() -> new AxonServerNode(shops(others), Language.today()))
                    .isInstanceOf(NoAxonServerException.class)
                    .hasMessageContaining("has no context shops");
        }
    }

    @Test
    void anotherContextThanTheOnlyOneIsRefused() {
        assertThatThrownBy(() -> new AxonServerNode(shops(server), Language.today()))
                .isInstanceOf(NoAxonServerException.class)
                .hasMessageContaining("has no context shops")
                .message()
                .doesNotContain("\n");
    }

    private static AxonServerSettings shops(StandIn server) {
        return AxonServerNode.settings(server.address(), "shops", Duration.ofSeconds(10));
    }
}
