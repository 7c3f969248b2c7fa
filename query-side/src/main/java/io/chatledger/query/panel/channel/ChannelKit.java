package io.chatledger.query.panel.channel;

import io.chatledger.query.channel.ChannelView;
import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers in all their states, and the form to connect one, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class ChannelKit {

    private static final Instant NOW = Instant.parse("2026-11-20T15:04:05Z");

    @Bean
    KitPart channelKitPart() {
        return new KitPart(
                "channel",
                List.of("channel/channel.css"),
                Map.of(
                        "numbers",
                        List.of(
                                channel("connected", true, null),
                                channel("connected", false, null),
                                channel("connected", true, "taken-back"),
                                channel("disconnected", true, null),
                                channel("disconnected", false, "connected-by-owner")),
                        "mayConnect",
                        true,
                        "callback",
                        "https://chat.example/webhooks/whatsapp"));
    }

    private static ChannelView channel(String status, boolean proved, @Nullable String notice) {
        @Nullable String shown = proved ? "+56 2 2000 0001" : null;
        return new ChannelView(
                "k-channel", "cloud_api", "Mesón", "100000000000001", null, shown, status, proved, notice, NOW);
    }
}
