package io.chatledger.kernel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"cloud_api", "twilio"})
    void whatsAppsBusinessPlatformGivesADay(String provider) {
        assertThat(MessagingWindow.of(new Provider(provider)).closesAt(NOON))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void anOrdinaryTelephoneMayWriteAtAnyTime() {
        assertThat(MessagingWindow.of(Provider.GATEWAY).closesAt(NOON)).isNull();
    }

    @Test
    void whereNoRuleIsKnownNothingCloses() {
        assertThat(MessagingWindow.of(new Provider("widget")).closesAt(NOON)).isNull();
    }
}
