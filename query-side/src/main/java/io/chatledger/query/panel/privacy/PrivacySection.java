package io.chatledger.query.panel.privacy;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long customers are remembered: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class PrivacySection {

    @Bean
    PanelSection privacyPanelSection() {
        return PanelSection.of("privacy", "/panel/privacy", PanelGroup.setup, 50, "shield")
                .needing("privacy.read")
                .withPast();
    }
}
