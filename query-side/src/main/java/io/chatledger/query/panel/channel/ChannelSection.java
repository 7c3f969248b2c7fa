package io.chatledger.query.panel.channel;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers of a shop: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class ChannelSection {

    @Bean
    PanelSection channelPanelSection() {
        return PanelSection.of("channel", "/panel/channels", PanelGroup.setup, 30, "phone")
                .needing("channels.read")
                .withPast();
    }
}
