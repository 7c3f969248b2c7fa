package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.StartupFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AxonServerPropertiesTest {

    @Test
    void everySettingCanComeFromTheEnvironment() {
        assertThat(bound(Map.of(
                        "CHATLEDGER_AXON_SERVER_ADDRESS", "one:8124,two:8124",
                        "CHATLEDGER_AXON_SERVER_CONTEXT", "shops",
                        "CHATLEDGER_AXON_SERVER_TOKEN", "a-secret",
                        "CHATLEDGER_AXON_SERVER_TLS", "true",
                        "CHATLEDGER_AXON_SERVER_TIMEOUT", "3s")))
                .isEqualTo(new AxonServerProperties(
                        "one:8124,two:8124", "shops", "a-secret", true, Duration.ofSeconds(3)));
    }

    @Test
    void noneHasTo() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AxonServerProperties("127.0.0.1:8124", "default", "", false, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:", "host:port", "http://host:8124", "one:8124,,two:8124"})
    void whatIsNoAddressIsRefused(String address) {
        AxonServerProperties properties =
                new AxonServerProperties(address, "default", "", false, Duration.ofSeconds(10));
        assertThatThrownBy(() -> properties.settings("node"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("CHATLEDGER_AXON_SERVER_ADDRESS")
                .hasMessageEndingWith(address);
    }

    private static AxonServerProperties bound(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("chatledger.axon-server", AxonServerProperties.class);
    }
}
